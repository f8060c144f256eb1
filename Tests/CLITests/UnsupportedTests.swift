import EtudeTestSupport
import Foundation
import Testing

/// Repositories that cannot be written safely: each refused by name, before anything is written.
@Suite struct UnsupportedTests {
    let scratch: Scratch

    init() throws {
        scratch = try Scratch()
        try scratch.initialize()
        try scratch.makeDesk()
        for name in ["shop", "shop/parcels", "shop/money"] {
            try scratch.write("---\ntitle: Shop\n---\n", to: "skills/\(name)/skill.md")
        }
        try scratch.write(
            "---\ntitle: Late\nstatus: proposed\nkind: failure-mode\n---\n",
            to: "skills/support/late/skill.md")
        try scratch.commitByHand()
        #expect(try scratch.etude("learn", "-", input: refund()).status == 0)
    }

    private static let trace =
        #"{"skill": "support/refunds", "task": "refund 7", "outcome": "success"}"#

    /// Every command that writes, and what it reads from standard input.
    private func writers() throws -> [(arguments: [String], input: String)] {
        [
            (["learn", "-"], try refund(["cues": ["order"], "title": "Another"])),
            (["record", "-"], Self.trace),
            (["practice", "--desk", scratch.desk, "--attempts", "1"], ""),
            (["snapshot"], ""), (["skills", "accept", "support/late"], ""),
            (["revert", "HEAD"], ""),
        ]
    }

    @Test(arguments: UnsupportedRepository.all)
    func nothingIsWrittenAndTheHintHelps(kind: UnsupportedRepository) throws {
        try kind.make(scratch)
        let before = try scratch.contents()
        for (arguments, input) in try writers() where !kind.unaffected.contains(arguments[0]) {
            let result = try scratch.etude(
                arguments + ["--memory", scratch.top], input: Data(input.utf8))
            #expect(result.status == 1, "\(arguments)")
            #expect(result.output == "", "\(arguments)")
            let errors = result.errors.replacing(scratch.folder, with: "SCRATCH")
                .replacing(/'strategies[^']*'/, with: "'PATH'")
            try Snapshot.expect(errors, in: "unsupported-\(kind.name).txt")
        }
        #expect(try scratch.contents() == before)
        #expect(try scratch.etude("recall", "a refund, please").status == 0)
        guard try scratch.gitIsAtLeast(kind.cureNeeds) else { return }
        try cure()
        try expectSoundAndClean()
        let lesson = try refund(["cues": ["order"], "title": "Another"])
        #expect(try scratch.etude("learn", "-", input: lesson).status == 0)
        try expectSoundAndClean()
    }

    @Test(.enabled(if: geteuid() == 0, "only the superuser can give files away"))
    func aRepositoryOfSomebodyElseIsRefused() throws {
        try nothingIsWrittenAndTheHintHelps(kind: .foreign)
    }

    private func expectSoundAndClean() throws {
        let git = try scratch.shell("git fsck --strict --no-dangling && git status --porcelain")
        #expect(git.status == 0)
        #expect(git.output == "")
    }

    /// Does what the hint says, word by word.
    private func cure() throws {
        let refusal = try scratch.etude("learn", "-", input: refund())
        let hint = try #require(refusal.errors.firstMatch(of: /hint: (.*)\n/)?.1)
        let attributes = hint.firstMatch(of: /'.gitattributes': (.*)/)?.1
        if let line = attributes.map(String.init) {
            try scratch.write(scratch.read(".gitattributes") + line + "\n", to: ".gitattributes")
            return try scratch.commitByHand()
        }
        let quoted = hint.matches(of: /'(git [^']*)'/).map { String($0.1) }
        let unquoted = hint.split(separator: ": ", maxSplits: 1).last.map(String.init) ?? ""
        let commands = quoted.isEmpty ? [unquoted] : quoted
        for command in commands {
            let result = try scratch.shell(
                command.replacing("NEW", with: scratch.folder + "/new").replacing(
                    "BRANCH", with: "main"))
            #expect(result.status == 0, "\(command): \(result.errors)")
        }
        let copy = scratch.folder + "/new"
        guard FileManager.default.fileExists(atPath: copy) else { return }
        try FileManager.default.removeItem(atPath: scratch.top)
        try FileManager.default.moveItem(atPath: copy, toPath: scratch.top)
    }

    @Test func aBareRepositoryIsToldApart() throws {
        let bare = scratch.folder + "/bare.git"
        try scratch.git("clone", "-q", "--bare", scratch.top, bare)
        let result = try scratch.etude(
            ["learn", "-", "--memory", bare], input: Data(refund().utf8))
        try scratch.expect(result, in: "unsupported-bare.txt")
        try scratch.git("clone", "-q", bare, scratch.folder + "/clone")
        let cloned = try scratch.etude(
            ["record", "-", "--memory", scratch.folder + "/clone"], input: Data(Self.trace.utf8))
        #expect(cloned.status == 0)
    }

    @Test func aMemoryIsNotBegunInAnUnsupportedRepository() throws {
        try scratch.git("config", "core.splitIndex", "true")
        let before = try scratch.contents()
        let result = try scratch.etude(["init", scratch.top + "/.etude"])
        #expect(result.status == 1)
        #expect(result.errors.contains("split in two"))
        #expect(try scratch.contents() == before)
    }

    @Test(arguments: ["alternates", "worktree"])
    func whatIsFineIsNotRefused(kind: String) throws {
        let other = scratch.folder + "/other"
        if kind == "worktree" {
            try scratch.git("worktree", "add", "-q", "-b", "side", other)
        } else {
            try scratch.git("clone", "-q", "--shared", scratch.top, other)
            #expect(FileManager.default.fileExists(atPath: other + "/.git/objects/info/alternates"))
        }
        for (arguments, input) in try writers() {
            let result = try scratch.etude(
                arguments + ["--memory", other], input: Data(input.utf8))
            #expect(result.status == 0, "\(arguments): \(result.errors)")
        }
        #expect(try scratch.faults(at: other) == "")
        #expect(try scratch.faults() == "")
    }
}
