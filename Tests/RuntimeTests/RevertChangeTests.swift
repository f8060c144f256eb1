@testable import EtudeRuntime
import EtudeDomain
import EtudeRecall
import EtudeStore
import EtudeTestSupport
import Foundation
import Testing

@Suite struct RevertChangeTests {
    let scratch: Scratch

    init() async throws {
        scratch = try Scratch()
        try await scratch.initialize("support", "support/refunds", "support/parcels")
    }

    @discardableResult
    func revert(_ target: RevertChange.Target, isDryRun: Bool = false) async throws
        -> RevertChange.Outcome
    {
        try await RevertChange(target, isDryRun: isDryRun)
            .run(scratch.finder, surroundings: .fixed(agent: "person"))
    }

    func learned(
        skill path: String? = nil, agent: String? = nil, since moment: String? = nil
    ) throws -> RevertChange.Target {
        .learned(
            skill: path.flatMap(SkillPath.init), agent: agent,
            since: try moment.map { try Date($0, strategy: .iso8601) })
    }

    func strategies() async throws -> [String] {
        try await scratch.memory().snapshot().strategies.map(\.strategy.id.text)
    }

    @Test func theCharterIsLeftToPeople() async throws {
        try await scratch.learn(.refund())
        let root = try scratch.git("rev-list", "--max-parents=0", "HEAD")
            .trimmingCharacters(in: .newlines)
        let before = try scratch.head()
        let failure = try await failure { try await revert(.named(root)) }
        try Snapshot.expect(
            failure.text.replacing(root.prefix(7), with: "COMMIT") + "\n", in: "revert-charter.txt")
        #expect(try scratch.head() == before)
        #expect(try scratch.faults() == "")
    }

    @Test func aMergeIsNotTakenBackAsOne() async throws {
        try scratch.git("switch", "-q", "-c", "side")
        try await scratch.learn(.refund())
        try scratch.git("switch", "-q", "main")
        try await scratch.learn(.parcel(), seed: 2)
        try scratch.git("merge", "-q", "--no-edit", "side")
        let failure = try await failure { try await revert(.named("HEAD")) }
        let id = try scratch.head().prefix(7)
        try Snapshot.expect(
            failure.text.replacing(id, with: "COMMIT") + "\n", in: "revert-merge.txt")
        #expect(try await strategies().count == 2)
    }

    @Test func aStrategyWhoseEditsWereTakenBackAlreadyGoes() async throws {
        let learned = try await scratch.learn(.refund())
        let path = try #require(learned.path)
        for text in try [scratch.read(path).replacing("find_order", with: "look"), "broken\n"] {
            try scratch.write(text, to: path)
            try scratch.commitByHand("Edit")
        }
        try await revert(.named("HEAD"))
        #expect(try await strategies() == [learned.id])
        try await revert(.named(learned.id))
        #expect(try await strategies() == [])
        #expect(try scratch.faults() == "")
    }

    @Test func anUnknownSkillIsNamed() async throws {
        let failure = try await failure { try await revert(learned(skill: "support/refund")) }
        #expect(failure.message == "no skill is called 'support/refund'")
        #expect(failure.hint == "did you mean 'support/refunds'?")
    }

    @Test func aStrategyIsTakenBackByItsID() async throws {
        let kept = try await scratch.learn(.parcel(), seed: 2)
        let gone = try await scratch.learn(.refund())
        let outcome = try await revert(.named(gone.id))
        #expect(outcome.commits == [gone.commit])
        #expect(
            outcome.behaviours == [
                .init(
                    id: gone.id, skill: "support/refunds",
                    title: "Look an order up before refunding it", effect: "removed")
            ])
        #expect(try await strategies() == [kept.id])
        #expect(try scratch.head() == outcome.commit)
        #expect(
            try scratch.git("log", "-1", "--format=%B") == """
                Revert "learn(support/refunds): look an order up before refunding it"

                This reverts commit \(gone.commit ?? "").

                Etude-Reverts: \(gone.id)


                """)
        #expect(try await scratch.recall("a refund").hits.isEmpty)
        #expect(try scratch.faults() == "")
    }

    @Test func editsByHandGoWithTheStrategyThatTheyEdited() async throws {
        let learned = try await scratch.learn(.refund())
        let path = try #require(learned.path)
        let text = try scratch.read(path)
        try scratch.write(text.replacing("[refund]", with: "[refund, money back]"), to: path)
        try scratch.commitByHand()
        #expect(try await scratch.recall("my money back").hits.count == 1)
        let outcome = try await revert(.named(learned.id))
        #expect(outcome.commits.count == 2)
        #expect(try await strategies().isEmpty)
        #expect(try await scratch.recall("my money back").hits.isEmpty)
        try await revert(.named("HEAD"))
        #expect(try scratch.read(path).contains("money back"))
        try await revert(try self.learned(skill: "support/refunds"))
        #expect(try await strategies().isEmpty)
        #expect(try scratch.faults() == "")
    }

    @Test func aStrategyAddedByHandIsTakenBackByItsID() async throws {
        let learned = try await scratch.learn(.refund())
        let text = try scratch.read(try #require(learned.path))
        let byHand = "strategies/support/refunds/by-hand-8h4n2r6t0v.md"
        try scratch.write(text.replacing(learned.id, with: "8h4n2r6t0v"), to: byHand)
        try scratch.commitByHand()
        let outcome = try await revert(.named("8h4n2r6t0v"))
        #expect(outcome.behaviours.map(\.id) == ["8h4n2r6t0v"])
        #expect(try await strategies() == [learned.id])
    }

    @Test(arguments: ["HEAD~1", "main~1"])
    func aCommitIsTakenBackByAnyName(name: String) async throws {
        try await scratch.learn(.refund())
        let kept = try await scratch.learn(.parcel(), seed: 2)
        try await revert(.named(name))
        #expect(try await strategies() == [kept.id])
    }

    @Test func aRevertCanBeReverted() async throws {
        let learned = try await scratch.learn(.refund())
        let tree = try scratch.git("rev-parse", "HEAD^{tree}")
        let first = try await revert(.named(learned.id))
        let second = try await revert(.named(try #require(first.commit)))
        #expect(second.behaviours.map(\.effect) == ["restored"])
        #expect(try scratch.git("rev-parse", "HEAD^{tree}") == tree)
        #expect(try await strategies() == [learned.id])
        let third = try await revert(.named(learned.id))
        #expect(third.behaviours.map(\.effect) == ["removed"])
        #expect(try await strategies() == [])
        #expect(try scratch.faults() == "")
    }

    @Test func everythingLearnedAboutASkillGoesInOneCommit() async throws {
        try await scratch.learn(.refund())
        let kept = try await scratch.learn(.parcel(), seed: 2)
        try await scratch.learn(
            .refund().with {
                $0.cues = ["order"]; $0.title = "Second"
            }, seed: 3)
        let count = try scratch.git("rev-list", "--count", "HEAD")
        let outcome = try await revert(try learned(skill: "support/refunds"))
        #expect(outcome.commits.count == 2)
        #expect(try await strategies() == [kept.id])
        #expect(Int(try scratch.git("rev-list", "--count", "HEAD~1")) == Int(count))
        let parent = try await revert(try learned(skill: "support"))
        #expect(parent.commits.count == 1)
        #expect(try await strategies() == [])
    }

    @Test func everythingThatAnAgentLearnedGoes() async throws {
        let kept = try await scratch.learn(.refund(agent: "desk-1"))
        try await scratch.learn(.parcel(agent: "desk-2"), seed: 2)
        try await revert(try learned(agent: "desk-2"))
        #expect(try await strategies() == [kept.id])
        let failure = try await failure { try await revert(try learned(agent: "desk-2")) }
        try Snapshot.expect(failure.text + "\n", in: "revert-nothing-fits.txt")
    }

    @Test func everythingSinceAMomentGoes() async throws {
        let kept = try await scratch.learn(.refund(), at: "2026-11-20T23:59:59Z")
        try await scratch.learn(.parcel(), at: "2026-11-21T00:00:00Z", seed: 2)
        let outcome = try await revert(try learned(since: "2026-11-21T00:00:00Z"))
        #expect(outcome.commits.count == 1)
        #expect(try await strategies() == [kept.id])
    }

    @Test func selectionsNarrowEachOther() async throws {
        let kept = try await scratch.learn(.refund(agent: "desk-1"))
        try await scratch.learn(.parcel(agent: "desk-1"), seed: 2)
        try await revert(try learned(skill: "support/parcels", agent: "desk-1"))
        #expect(try await strategies() == [kept.id])
    }

    @Test func aDryRunSaysTheSameAndWritesNothing() async throws {
        let learned = try await scratch.learn(.refund())
        let planned = try await revert(.named(learned.id), isDryRun: true)
        #expect(planned.commit == nil)
        #expect(try scratch.head() == learned.commit)
        #expect(try await strategies() == [learned.id])
        let done = try await revert(.named(learned.id))
        #expect(done.behaviours == planned.behaviours)
        #expect(done.commits == planned.commits)
    }

    @Test func aConflictTakesNothingBack() async throws {
        let edited = try await scratch.learn(.refund())
        try await scratch.learn(.parcel(), seed: 2)
        let path = try #require(edited.path)
        let text = try scratch.read(path)
        try scratch.write(text.replacing("call `find_order`", with: "call `look_up`"), to: path)
        try scratch.write("Another matter.\n", to: "README.md")
        try scratch.commitByHand("Edit two files at once")
        let head = try scratch.head()
        let failure = try await failure { try await revert(try learned(skill: "support")) }
        try Snapshot.expect(
            failure.text.replacing(edited.id, with: "ID")
                .replacing(edited.commit?.prefix(7) ?? "-", with: "COMMIT7") + "\n",
            in: "revert-conflict.txt")
        #expect(try scratch.head() == head)
        #expect(try await strategies().count == 2)
        #expect(try scratch.faults() == "")
    }

    @Test func anUncommittedEditOfTheFileIsLeftAlone() async throws {
        let learned = try await scratch.learn(.refund())
        let path = try #require(learned.path)
        let text = try scratch.read(path) + "\nMy own remark.\n"
        try scratch.write(text, to: path)
        let failure = try await failure { try await revert(.named(learned.id)) }
        try Snapshot.expect(
            failure.text.replacing(learned.id, with: "ID") + "\n", in: "revert-dirty.txt")
        #expect(try scratch.read(path) == text)
        #expect(try scratch.head() == learned.commit)
    }

    @Test func whatIsTakenBackAlreadyIsSaid() async throws {
        let learned = try await scratch.learn(.refund())
        try await revert(.named(learned.id))
        for name in [learned.id, try #require(learned.commit)] {
            let failure = try await failure { try await revert(.named(name)) }
            try Snapshot.expect(failure.text + "\n", in: "revert-already.txt")
        }
    }

    @Test(arguments: [
        ("nowhere", "revert-no-revision.txt"), ("4kq7w2mx9d", "revert-no-strategy.txt"),
        ("--all", "revert-option-like.txt"), ("a..b", "revert-range.txt"),
    ])
    func anUnknownNameIsRefused(name: String, snapshot: String) async throws {
        let failure = try await failure { try await revert(.named(name)) }
        try Snapshot.expect(failure.text + "\n", in: snapshot)
    }

    @Test func aCommitOutsideTheMemoryIsRefused() async throws {
        let other = try Scratch()
        try other.git("init", "-q", "-b", "main", other.top, at: other.folder)
        try await other.initialize("support", at: other.top + "/.etude")
        try other.write("code\n", to: "main.c")
        try other.commitByHand("Code")
        let finder = MemoryFinder(
            named: other.top + "/.etude", environment: [:], currentFolder: other.folder)
        let failure = try await failure {
            try await RevertChange(.named("HEAD")).run(finder, surroundings: .fixed())
        }
        #expect(failure.message.hasSuffix("changed nothing in this memory"))
        #expect(try other.read("main.c") == "code\n")
    }

    @Test func aPersonsOwnIdentitySignsTheRevert() async throws {
        let learned = try await scratch.learn(.refund())
        try scratch.git("config", "user.name", "Ada")
        try scratch.git("config", "user.email", "ada@example.com")
        try await revert(.named(learned.id))
        #expect(try scratch.git("log", "-1", "--format=%an <%ae>") == "Ada <ada@example.com>\n")
    }
}
