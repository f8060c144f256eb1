@testable import EtudeRuntime
import EtudeTestSupport
import Foundation
import Testing

@Suite struct DiagnoseMemoryTests {
    let scratch: Scratch

    init() async throws {
        scratch = try Scratch()
        try await scratch.initialize("support", "support/refunds")
    }

    func rows(isHealing: Bool = false) async -> [DiagnoseMemory.Row] {
        await DiagnoseMemory(scratch.finder, isHealing: isHealing).run(.fixed())
    }

    /// What is not simply sound, as text.
    func told(isHealing: Bool = false) async throws -> String {
        let rows = await rows(isHealing: isHealing).filter { !$0.isSound || $0.healed != nil }
        let text = rows.map { row in
            "\(row.subject): \(row.message)\n  \(row.healed ?? row.hint ?? "-")\n"
        }
        return scratch.plain(text.joined())
    }

    func learnsAgain() async throws -> Bool {
        var another = LessonRequest.refund()
        (another.title, another.cues) = ("Another", ["order"])
        return try await scratch.learn(another, seed: 2).accepted
    }

    @Test func aSoundMemoryHasNothingBroken() async throws {
        try await scratch.learn(.refund())
        let rows = await rows()
        #expect(rows.allSatisfy { $0.isSound && $0.hint == nil && $0.healed == nil })
        #expect(
            rows.map(\.subject) == [
                "memory", "repository", "permissions", "branch", "side references", "journal",
                "locks", "half-made files", "git's index", "packs", "objects", "loose objects",
                "work files",
                "entries", "recall index",
            ])
        #expect(rows.last?.message == "current")
        #expect(
            rows.contains {
                $0.message == "1 strategies, 2 skills, 1 traces, 0 of them not yet evaluated"
            })
    }

    @Test func lookingWritesNothing() async throws {
        try scratch.write("open 1000\nrefs/heads/main\nend 1000\n", to: ".git/etude/journal.0")
        try scratch.write("etude process 1\n", to: ".git/index.lock")
        let before = try scratch.contents()
        _ = await rows()
        #expect(try scratch.contents() == before)
    }

    @Test func theIndexMayLagAndBeMissing() async throws {
        #expect(await rows().last?.message == "none yet; the next recall writes it")
        _ = try await scratch.recall("x")
        try scratch.write("more\n", to: "notes.md")
        try scratch.commitByHand()
        #expect(await rows().last?.message == "behind; the next recall brings it up to date")
        #expect(try await told() == "")
    }

    @Test func editsOfAPersonAreToldAndNoFault() async throws {
        try scratch.write("by hand\n", to: "AGENTS.md")
        try FileManager.default.removeItem(atPath: scratch.top + "/README.md")
        let row = try #require(await rows(isHealing: true).first { $0.subject == "work files" })
        #expect(row.isSound)
        #expect(row.message == "1 edited: 'AGENTS.md'; 1 deleted: 'README.md'; not committed")
        #expect(try scratch.read("AGENTS.md") == "by hand\n")
    }

    @Test(arguments: MemoryDamage.all)
    func whatIsBrokenIsSaidWithWhatHelps(damage: MemoryDamage) async throws {
        try await scratch.learn(.refund())
        try damage.make(scratch)
        let before = try scratch.contents()
        let broken = try await told()
        #expect(!broken.isEmpty)
        #expect(try scratch.contents() == before)
        let healed = try await told(isHealing: true)
        try Snapshot.expect("\(broken)--- fix\n\(healed)", in: "doctor-\(damage.name).txt")
        guard damage.isCurable else {
            #expect(try scratch.contents() == before)
            return
        }
        #expect(try await told() == "")
        #expect(try scratch.faults() == damage.edits)
        #expect(try await learnsAgain())
        #expect(try scratch.faults() == damage.edits)
        try damage.expectKept(scratch)
    }

    @Test func aHealedIndexKnowsWhatIsCommitted() async throws {
        try scratch.write("edited\n", to: "AGENTS.md")
        // git trusts no file that changed in the second in which the index was written.
        let past = [FileAttributeKey.modificationDate: Date(timeIntervalSince1970: 1_700_000_000)]
        for name in try scratch.files(under: ".") {
            try FileManager.default.setAttributes(past, ofItemAtPath: scratch.top + "/" + name)
        }
        try scratch.write("DIRC", to: ".git/index")
        _ = await rows(isHealing: true)
        #expect(try scratch.git("diff", "--cached", "--name-only") == "")
        #expect(try scratch.git("diff-files", "--name-only") == "AGENTS.md\n")
    }

    @Test(arguments: MemoryDamage.objects.filter { !$0.isCurable })
    func theHintBringsAnObjectBack(damage: MemoryDamage) async throws {
        try await scratch.learn(.refund())
        let clone = scratch.folder + "/clone"
        try scratch.git("clone", "-q", scratch.top, clone)
        try damage.make(scratch)
        let hint = await rows().compactMap(\.hint).first { $0.contains("--refetch ") } ?? ""
        let command = try #require(hint.firstMatch(of: /(mv|git fetch) [^;]*/)).output.0
        try scratch.shell(String(command).replacing("CLONE", with: clone))
        #expect(try await told() == "")
        #expect(try scratch.git("fsck", "--strict", "--no-dangling") == "")
    }

    @Test func theHintKeepsWhatIsSoundInAPackAndBringsTheRest() async throws {
        try await scratch.learn(.refund())
        let clone = scratch.folder + "/clone"
        try scratch.git("clone", "-q", "--mirror", scratch.top, clone)
        try scratch.git("gc", "-q")
        let packs = scratch.top + "/.git/objects/pack"
        let name = try FileManager.default.contentsOfDirectory(atPath: packs)
            .first { $0.hasSuffix(".pack") }
        let pack = try "\(packs)/\(#require(name))"
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: pack)
        var bytes = try Data(contentsOf: URL(filePath: pack))
        bytes[bytes.count / 2] ^= 1
        try bytes.write(to: URL(filePath: pack))
        let row = try #require(await rows(isHealing: true).first { $0.subject == "packs" })
        #expect(!row.isSound)
        #expect(row.message.hasPrefix("'\(pack)' is not as it was written"))
        #expect(row.hint?.contains("git unpack-objects -r < FILE.pack") == true)
        #expect(row.hint?.contains("git fetch --refetch CLONE") == true)
        try scratch.shell("mv '\(packs)'/* '\(scratch.folder)'")
        _ = try? scratch.shell("git unpack-objects -q -r < '\(scratch.folder)'/*.pack")
        try scratch.shell("git fetch -q --refetch '\(clone)' 'refs/*:refs/clone/*'")
        #expect(try await told() == "")
        #expect(try scratch.git("fsck", "--strict", "--no-dangling") == "")
    }

    @Test func aBranchGoesBackToTheLastCommitThatIsThere() async throws {
        let good = try scratch.head()
        let log = try scratch.read(".git/logs/refs/heads/main")
        let gone = String(repeating: "1", count: 40)
        let lost = "\(good) \(gone) A <a@b> 1700000000 +0000\tlost\nnot a line\n"
        try scratch.write(log + lost, to: ".git/logs/refs/heads/main")
        try scratch.write("", to: ".git/refs/heads/main")
        _ = await rows(isHealing: true)
        #expect(try scratch.head() == good)
    }

    @Test func nothingIsHealedWhereNothingCanBeWritten() async throws {
        try scratch.write("etude process 1\n", to: ".git/index.lock")
        try scratch.git("config", "core.splitIndex", "true")
        let before = try scratch.contents()
        #expect(await rows(isHealing: true).filter { !$0.isSound }.map(\.subject) == ["repository"])
        #expect(try scratch.contents() == before)
    }
}
