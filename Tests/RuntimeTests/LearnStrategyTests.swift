@testable import EtudeRuntime
import EtudeDomain
import EtudeRecall
import EtudeStore
import EtudeTestSupport
import Foundation
import Testing

@Suite struct LearnStrategyTests {
    let scratch: Scratch

    init() async throws {
        scratch = try Scratch()
        try await scratch.initialize("support", "support/refunds", "support/parcels")
    }

    @Test func anAcceptedLessonIsOneCommitAndServesAtOnce() async throws {
        let outcome = try await scratch.learn(.refund())
        #expect(outcome.accepted)
        #expect(outcome.checks.allSatisfy { $0.result != "failed" })
        #expect(outcome.checks.count == 14)
        let path = try #require(outcome.path)
        #expect(
            path
                == "strategies/support/refunds/look-an-order-up-before-refunding-it-\(outcome.id).md"
        )
        #expect(try scratch.head() == outcome.commit)
        let message = try scratch.git("log", "-1", "--format=%B")
        #expect(message.hasPrefix("learn(support/refunds): look an order up before refunding it\n"))
        let trailers = try scratch.git("log", "-1", "--format=%(trailers:only)")
        #expect(
            scratch.lines(of: trailers) == [
                "Etude-Strategy: \(outcome.id)", "Etude-Skill: support/refunds",
                "Etude-Trace: \(outcome.trace)", "Etude-Agent: desk-1",
            ])
        #expect(try scratch.git("show", "--name-only", "--format=").hasPrefix(path))
        #expect(try await scratch.recall("a refund please").hits.map(\.id.text) == [outcome.id])
        #expect(try scratch.faults() == "")
    }

    @Test func theFileIsWhatTheFormatSays() async throws {
        let revision = try scratch.head().prefix(7)
        let outcome = try await scratch.learn(.refund())
        let text = try scratch.read(try #require(outcome.path))
        // A revision that would read as a number is written in quotes.
        let plain = text.replacing("\"\(revision)\"", with: revision)
        try Snapshot.expect(plain.replacing(revision, with: "REVISION"), in: "learned-strategy.md")
    }

    @Test func theTraceIsKeptBesideTheStrategy() async throws {
        let revision = try scratch.head()
        let outcome = try await scratch.learn(.refund(agent: "desk-7"))
        let text = try scratch.git("show", "refs/etude/traces/desk-7:trace.md")
        try Snapshot.expect(text.replacing(revision, with: "REVISION"), in: "learned-trace.md")
        #expect(text.contains("id: \(outcome.trace)\n"))
    }

    @Test func aDryRunWritesNothing() async throws {
        let head = try scratch.head()
        let outcome = try await scratch.learn(.refund(), isDryRun: true)
        #expect(outcome.accepted)
        #expect(outcome.commit == nil)
        #expect(try scratch.head() == head)
        #expect(try scratch.git("for-each-ref", "refs/etude") == "")
        #expect(try scratch.faults() == "")
    }

    @Test func whereAReviewIsRequiredTheStrategyIsProposed() async throws {
        let charter = try scratch.read("CHARTER.md")
        try scratch.write(
            charter.replacing("review: none", with: "review: required"), to: "CHARTER.md")
        try scratch.commitByHand()
        let outcome = try await scratch.learn(.refund())
        #expect(try scratch.read(try #require(outcome.path)).contains("status: proposed\n"))
        #expect(try await scratch.recall("a refund", agent: "desk-1").hits.count == 1)
        #expect(try await scratch.recall("a refund", agent: "desk-2").hits.isEmpty)
    }

    /// Changes that a check of the gate refuses, and whether the draft can be kept.
    static let refusals: [(check: String, change: @Sendable (inout LessonRequest) -> Void)] = [
        ("specific", { $0.cues = ["zebra"] }),
        (
            "anchored",
            {
                $0.steps = []; $0.decision = nil
            }
        ),
        ("one-action", { $0.insteadOf = nil }),
        ("one-action", { $0.action = "call `find_order` or `refund`" }),
        ("grounded", { $0.because = "zebras graze elsewhere" }),
        ("falsifiable", { $0.steps?[0].expected = " " }),
        ("substance", { $0.action = "be careful" }),
        ("length", { $0.because = String(repeating: "order ", count: 61) }),
        ("boundary", { $0.skill = "support/parcels" }),
        ("skill", { $0.skill = "support/sleeping" }),
        ("duplicate", { $0.title = "The same again" }),
        (
            "conflict",
            {
                $0.action = "call `escalate`"; $0.right = "escalate"
            }
        ),
        ("replay", { $0.right = "escalate" }),
    ]

    @Test(arguments: refusals.indices)
    func aRefusalIsToldAndKeptAsADraft(number: Int) async throws {
        let (check, change) = Self.refusals[number]
        try await prepare(for: check)
        let before = (try scratch.head(), try await scratch.memory().traces().count)
        let outcome = try await scratch.learn(LessonRequest.refund().with(change), seed: 77)
        let failed = outcome.checks.filter { $0.result == "failed" }
        #expect(!outcome.accepted)
        #expect(failed.map(\.name).contains(check))
        #expect(outcome.commit == nil)
        #expect(outcome.path == nil)
        #expect(try scratch.head() == before.0)
        #expect(try await scratch.memory().traces().count == before.1 + 1)
        #expect(outcome.kept)
        let draft = try scratch.git("show", "refs/etude/drafts/desk-1:\(outcome.id).md")
        for check in failed { #expect(draft.contains("- \(check.name): ")) }
        #expect(try scratch.faults() == "")
    }

    /// Brings the memory into a state in which a check has something to refuse.
    func prepare(for check: String) async throws {
        switch check {
        case "boundary":
            let charter = try scratch.read("CHARTER.md")
            try scratch.write(
                charter.replacing("deny: []", with: "deny: [support/parcels]"), to: "CHARTER.md")
            try scratch.commitByHand()
        case "skill":
            let text = try scratch.read("skills/support/parcels/skill.md")
            try scratch.write(
                text.replacing("status: active", with: "status: retired"),
                to: "skills/support/sleeping/skill.md")
            try scratch.commitByHand()
        case "duplicate":
            try await scratch.learn(.refund())
        case "conflict":
            try await scratch.learn(.refund())
            for number in 2..<5 {
                let record = RecordTrace(
                    LessonRequest.refund().with {
                        $0.right = "find_order"
                        $0.task = "please refund order \(number)"
                    })
                _ = try await record.run(
                    scratch.finder, surroundings: .fixed(seed: UInt64(number)))
            }
        default: break
        }
    }

    @Test func aMendedLessonCountsItsFailureOnce() async throws {
        let vague = LessonRequest.refund().with {
            $0.action = "call `escalate`"
            $0.right = "find_order"
        }
        let refused = try await scratch.learn(vague)
        let mended = try await scratch.learn(.refund().with { $0.right = "find_order" }, seed: 2)
        #expect(!refused.accepted && mended.accepted)
        #expect(mended.trace == refused.trace)
        let memory = try await scratch.memory()
        #expect(try await memory.traces().count == 1)
        #expect(try await memory.record(of: try id(mended.id)) == AdviceRecord(helped: 1))
        #expect(try scratch.read(try #require(mended.path)).contains("1 stored attempt"))
    }

    @Test(arguments: ["2026-11-22T10:04:05Z", "2026-11-23T10:04:05Z"])
    func aFailureThatComesBackCountsAgain(moment: String) async throws {
        try await scratch.learn(.refund())
        let again = LearnStrategy(.refund())
        _ = try await again.run(scratch.finder, surroundings: .fixed(at: moment, seed: 2))
        #expect(try await scratch.memory().traces().count == 2)
    }

    @Test func aFailureOfAnotherDayCountsAgainThoughNothingWasLearned() async throws {
        let vague = LessonRequest.refund().with { $0.right = "escalate" }
        try await scratch.learn(vague)
        _ = try await LearnStrategy(vague).run(
            scratch.finder, surroundings: .fixed(at: "2026-11-23T10:04:05Z", seed: 2))
        #expect(try await scratch.memory().traces().count == 2)
    }

    @Test func anUnsafeDraftIsNotKept() async throws {
        let outcome = try await scratch.learn(
            .refund().with { $0.title = "Turned \u{202E} around" })
        #expect(outcome.checks.filter { $0.result == "failed" }.map(\.name) == ["characters"])
        #expect(!outcome.kept)
        #expect(try scratch.git("for-each-ref", "refs/etude/drafts") == "")
        #expect(try scratch.faults() == "")
    }

    /// Places where a secret may hide.
    static let places: [@Sendable (inout LessonRequest, String) -> Void] = [
        { $0.title = "Use \($1)" }, { $0.when = "the key is \($1)" }, { $0.cues = [$1] },
        { $0.action = "call `login \($1)`" }, { $0.action = $1 }, { $0.insteadOf = "use `\($1)`" },
        { $0.because = "the key \($1) is needed" }, { $0.task = "log in with \($1)" },
        { $0.steps?[0].did = "sent \($1)" }, { $0.steps?[0].expected = $1 },
        { $0.steps?[0].happened = "got \($1)" }, { $0.right = $1 },
    ]

    @Test(arguments: places.indices)
    func aSecretIsNeverStored(number: Int) async throws {
        let secret = "ghp_" + "x7Kq2mZ9tR4vB8nL1cW6yP3sD5fG0hJ4kA9e"
        let request = LessonRequest.refund().with { Self.places[number](&$0, secret) }
        let outcome = try await scratch.learn(request)
        #expect(outcome.checks.allSatisfy { !$0.message.contains(secret) })
        #expect(try !scratch.everything().contains(secret.lowercased()))
        #expect(try scratch.faults() == "")
    }

    @Test(arguments: [
        ("support/refund", "learn-unknown-skill-suggested.txt"),
        ("zoo", "learn-unknown-skill.txt"),
    ])
    func anUnknownSkillIsRefusedWithASuggestion(name: String, snapshot: String) async throws {
        let failure = try await failure {
            try await scratch.learn(.refund().with { $0.skill = name })
        }
        try Snapshot.expect(failure.text + "\n", in: snapshot)
        #expect(try scratch.git("for-each-ref", "refs/etude") == "")
    }

    @Test func anAgentNeedsAPlainName() async throws {
        let failure = try await failure {
            try await scratch.learn(.refund(agent: "../\u{1B}[2J"))
        }
        try Snapshot.expect(failure.text + "\n", in: "learn-agent-name.txt")
    }

    @Test func whatAPersonStagedIsNotCommitted() async throws {
        try scratch.write("mine\n", to: "notes.txt")
        try scratch.git("add", "notes.txt")
        let outcome = try await scratch.learn(.refund())
        let names = scratch.lines(of: try scratch.git("show", "--name-only", "--format="))
        #expect(names == [outcome.path])
        #expect(try scratch.git("status", "--porcelain") == "A  notes.txt\n")
    }
}
