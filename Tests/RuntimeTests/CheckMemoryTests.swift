@testable import EtudeRuntime
import EtudeDomain
import EtudeReview
import EtudeTestSupport
import Foundation
import Testing

@Suite struct CheckMemoryTests {
    let scratch: Scratch

    init() async throws {
        scratch = try Scratch()
        try await scratch.initialize("support", "support/refunds", "support/parcels")
    }

    func check(_ revision: String? = nil) async throws -> CheckMemory.Outcome {
        try await CheckMemory(revision: revision).run(scratch.finder)
    }

    @Test func aSoundMemoryIsNotWanting() async throws {
        try await scratch.learn(.refund())
        let outcome = try await check()
        #expect(!outcome.isWanting)
        #expect(outcome.findings.isEmpty)
        #expect(outcome.revision == (try scratch.head()))
    }

    @Test func adviceThatHarmedIsToldWhereItStays() async throws {
        let learned = try await scratch.learn(.refund().with { $0.right = "find_order" })
        let path = try #require(learned.path)
        try scratch.write(scratch.read(path).replacing("find_order", with: "escalate"), to: path)
        try scratch.commitByHand()
        let outcome = try await check()
        #expect(!outcome.isWanting)
        #expect(outcome.findings.map(\.rule) == ["harmful-advice"])
        #expect(outcome.findings.map(\.path) == [path])
        #expect(try await check("HEAD").findings.isEmpty)
    }

    @Test func aNameThatNoMemoryCanAddressIsTold() async throws {
        let blob = scratch.lines(of: try scratch.git("hash-object", "-w", "CHARTER.md"))[0]
        let name = "strategies/sup\u{1B}[2Jport/a.md"
        try scratch.git("update-index", "--add", "--cacheinfo", "100644,\(blob),\(name)")
        try scratch.git("commit", "-qm", "by hand")
        let outcome = try await check()
        #expect(outcome.isWanting)
        try Snapshot.expect(
            outcome.unreadable.map(\.text).joined(separator: "\n") + "\n",
            in: "check-bad-name.txt")
    }

    /// Files that are wrong, and the snapshot of what is said about them.
    static let wrong: [(path: String, text: String, snapshot: String)] = [
        (
            "strategies/support/refunds/a-8h4n2r6t0v.md",
            handwritten().replacing("do: answer", with: "do answer"), "check-no-colon.txt"
        ),
        (
            "strategies/support/refunds/a-8h4n2r6t0v.md",
            handwritten().replacing("8h4n2r6t0v", with: "not-an-id"), "check-bad-id.txt"
        ),
        (
            "strategies/support/refunds/a-8h4n2r6t0v.md",
            handwritten().replacing("because: a voucher may have run out\n", with: ""),
            "check-no-because.txt"
        ),
        (
            "strategies/support/refunds/a-8h4n2r6t0v.md", handwritten(skill: "support/parcels"),
            "check-wrong-folder.txt"
        ),
        (
            "strategies/support/refunds/a-8h4n2r6t0v.md",
            handwritten().replacing("title: Vouchers", with: "title: 12 # Vouchers"),
            "check-number-for-text.txt"
        ),
        ("strategies/support/refunds/a-8h4n2r6t0v.md", "no frontmatter\n", "check-no-form.txt"),
        (
            "strategies/support/refunds/a-8h4n2r6t0v.md",
            handwritten().replacing("a voucher may", with: "a \u{202E}voucher may"),
            "check-bidirectional.txt"
        ),
        (
            "strategies/support/refunds/a-8h4n2r6t0v.md",
            handwritten() + String(repeating: "x", count: 10_000_000), "check-too-large.txt"
        ),
        ("skills/support/Late/skill.md", "---\ntitle: Late\n---\n", "check-bad-skill-path.txt"),
        ("skills/support/late/skill.md", "---\nstatus: new\n---\n", "check-no-title.txt"),
        (
            "skills/support/late/skill.md", "---\ntitle: L\nstatus: new\n---\n",
            "check-bad-choice.txt"
        ),
        (
            "competency/desk-1/support.md", "---\nskill: support\nagent: desk-1\n---\n",
            "check-no-moment.txt"
        ),
        (
            "scenarios/support/s-8h4n2r6t0v.md",
            "---\nid: 8h4n2r6t0v\ntitle: S\nskill: support\n---\ntask\n", "check-no-expect.txt"
        ),
    ]

    @Test(arguments: wrong.indices)
    func aFileThatCannotBeReadIsNamedWithItsLine(number: Int) async throws {
        let (path, text, snapshot) = Self.wrong[number]
        try scratch.write(text, to: path)
        try scratch.commitByHand()
        let outcome = try await check()
        #expect(outcome.isWanting)
        let words = outcome.unreadable.map { $0.text + "\n" }.joined()
        try Snapshot.expect(words, in: snapshot)
        #expect(try await !check("HEAD~1").isWanting)
    }

    @Test func aDuplicateIDIsNamed() async throws {
        try scratch.write(handwritten(), to: "strategies/support/refunds/a-8h4n2r6t0v.md")
        try scratch.write(handwritten(), to: "strategies/support/refunds/b-8h4n2r6t0v.md")
        try scratch.commitByHand()
        let outcome = try await check()
        #expect(outcome.isWanting)
        try Snapshot.expect(
            outcome.unreadable.map { $0.text + "\n" }.joined(), in: "check-duplicate-id.txt")
    }

    @Test func aLinkIsNotFollowed() async throws {
        try FileManager.default.createDirectory(
            atPath: scratch.top + "/strategies/support", withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            atPath: scratch.top + "/strategies/support/link.md",
            withDestinationPath: "/etc/hostname")
        try scratch.commitByHand()
        let outcome = try await check()
        try Snapshot.expect(
            outcome.unreadable.map { $0.text + "\n" }.joined(), in: "check-link.txt")
    }

    @Test func aSecretIsFoundAndNotShown() async throws {
        let secret = "ghp_" + "x7Kq2mZ9tR4vB8nL1cW6yP3sD5fG0hJ4kA9e"
        try scratch.write(
            handwritten().replacing("a voucher may", with: "\(secret) may"),
            to: "strategies/support/refunds/a-8h4n2r6t0v.md")
        try scratch.commitByHand()
        let outcome = try await check()
        #expect(outcome.isWanting)
        #expect(outcome.findings.map(\.rule) == ["secret"])
        #expect(!outcome.findings.contains { $0.message.contains(secret) })
    }

    @Test func strategiesOfUnknownAndForbiddenSkillsAreFound() async throws {
        let charter = try scratch.read("CHARTER.md")
        try scratch.write(
            charter.replacing("deny: []", with: "deny: [support/parcels]"), to: "CHARTER.md")
        try scratch.write(
            handwritten(skill: "support/parcels"), to: "strategies/support/parcels/a-8h4n2r6t0v.md")
        try scratch.write(
            handwritten(id: "9k4n2r6t0w", skill: "zoo"), to: "strategies/zoo/b-9k4n2r6t0w.md")
        try scratch.commitByHand()
        let outcome = try await check()
        let found = outcome.findings.map { "\($0.severity.rawValue) \($0.rule) \($0.path)" }
        try Snapshot.expect(found.joined(separator: "\n") + "\n", in: "check-rules.txt")
        #expect(outcome.isWanting)
    }

    @Test func aBranchWithoutACommitIsNamed() async throws {
        try scratch.git("checkout", "-q", "--orphan", "empty")
        let failure = try await failure { try await check() }
        #expect(
            failure.message
                == "the branch 'empty' has no commit yet, so there is no memory to read")
    }

    @Test func anUnknownRevisionIsRefused() async throws {
        let failure = try await failure { try await check("nowhere") }
        #expect(failure.message == "no revision is called 'nowhere'")
    }

    @Test func scenariosAreChecked() async throws {
        func write(_ name: String, id: String, skill: String = "support", _ fields: String) throws {
            try scratch.write(
                "---\nid: \(id)\ntitle: \(name)\nskill: \(skill)\n\(fields)\n---\n\nA task\n",
                to: "scenarios/support/\(name).md")
        }
        try write("sound", id: "4kq7w2mx9a", "grader: one-of\nexpect: [yes, no]")
        try write("same", id: "4kq7w2mx9a", "expect: yes")
        try write("lost", id: "4kq7w2mx9b", skill: "suport", "expect: yes")
        try write("pattern", id: "4kq7w2mx9c", "grader: regex\nexpect: '([a'")
        try write("several", id: "4kq7w2mx9d", "expect: [yes, no]")
        try write("nothing", id: "4kq7w2mx9e", "expect: ''")
        try scratch.commitByHand()
        let outcome = try await CheckMemory(revision: nil).run(scratch.finder)
        #expect(
            Set(outcome.findings.map { "\($0.path) \($0.rule)" }) == [
                "scenarios/support/sound.md repeated-id",
                "scenarios/support/lost.md unknown-skill",
                "scenarios/support/pattern.md unreadable-pattern",
            ])
        #expect(
            Set(outcome.unreadable.compactMap(\.spot?.path)) == [
                "scenarios/support/several.md", "scenarios/support/nothing.md",
            ])
        #expect(outcome.isWanting)
    }
}
