import EtudeDocuments
import EtudeDomain
import EtudeGit
import Foundation
import Testing

@testable import EtudeStore

@Suite("MemorySnapshot")
struct SnapshotTests {
    @Test(arguments: [nil, ".etude", "tools/memory"] as [String?])
    func everyKindOfEntryIsRead(prefix: String?) async throws {
        let scratch = try Scratch.memory(
            at: prefix,
            with: [
                "skills/support/skill.md": "---\ntitle: Support\n---\n",
                "strategies/support/b.md": Sample.file(2, status: "proposed"),
                "strategies/support/a.md": Sample.file(1),
                "scenarios/support/c.md":
                    "---\nid: \(Sample.id(3))\ntitle: T\nskill: support\nexpect: x\n---\nThe task\n",
                "competency/desk/support.md":
                    "---\nskill: support\nagent: desk\nupdated: 2026-11-22T10:04:05Z\n---\n",
                "README.md": "no entry",
            ])
        let snapshot = try await scratch.store(at: prefix).snapshot()
        #expect(snapshot.charter.name == "Test")
        #expect(snapshot.taxonomy.sorted.map(\.title) == ["Support"])
        #expect(snapshot.strategies.map(\.strategy.id) == [try Sample.id(1), try Sample.id(2)])
        #expect(snapshot.scenarios.map(\.task) == ["The task"])
        #expect(snapshot.competencies.map(\.agent) == ["desk"])
        #expect(snapshot.problems.isEmpty)
        let first = try #require(snapshot.strategy(Sample.id(1)))
        #expect(first.path == "strategies/support/a.md")
        #expect(snapshot.strategy(try Sample.id(9)) == nil)
    }

    @Test
    func theTemplatesCharterReadsAsItSays() throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appending(path: "../../memory-template/CHARTER.md")
        let bytes = Array(try Data(contentsOf: file))
        let charter = try CharterCodec.decode(bytes, path: "CHARTER.md")
        let all = try #require(SkillPattern("**"))
        var expected = Charter(name: "Practice memory", allow: [all], deny: [])
        expected.text = charter.text
        #expect(charter == expected)
        #expect(charter.text.contains("# Charter"))
    }

    @Test
    func aHandWrittenFileKeepsItsMeaning() throws {
        let text = """
            ---\r
            # the id comes last\r
            title: 'It''s not "mine"'\r
            skill: support   # a comment\r
            when: >\r
              the customer asks\r
              for money\r
            cues:\r
              - source of funds\r
              - "fund"\r
            do: answer `b`\r
            because: "it is: so"\r
            tags: [mine]\r
            supersedes: 4kq7w2mx9e\r
            expires: 2026-11-22\r
            id: 4kq7w2mx9d\r
            ---\r
            Body\r
            """
        let strategy = try StrategyCodec.decode(text.bytes, path: "strategies/support/x.md")
        #expect(strategy.lesson.title == "It's not \"mine\"")
        #expect(strategy.lesson.when == "the customer asks for money\n")
        #expect(strategy.lesson.cues.map(\.text) == ["source of funds", "fund"])
        #expect(strategy.lesson.because == "it is: so")
        #expect(strategy.lesson.insteadOf == nil)
        #expect(strategy.status == .active)
        #expect(strategy.origin == Strategy.Origin())
        #expect(strategy.supersedes.map(\.text) == ["4kq7w2mx9e"])
        #expect(strategy.expires == Timestamp.date("2026-11-22T23:59:59Z"))
    }

    @Test
    func idsThatLookLikeNumbersAreIds() throws {
        let text = try Sample.file(1, more: "trace: 1234567890\nmemory: 1234567\n")
            .replacing(Sample.id(1).text, with: "0000000012")
        let strategy = try StrategyCodec.decode(text.bytes, path: "strategies/support/x.md")
        #expect(strategy.id.text == "0000000012")
        #expect(strategy.origin.trace?.text == "1234567890")
        #expect(strategy.origin.memory == "1234567")
    }

    @Test
    func brokenEntriesAreLeftOutAndReported() async throws {
        let scratch = try Scratch.memory(with: [
            "strategies/support/good.md": Sample.file(1),
            "strategies/support/bad.md": "---\nid: \(Sample.id(2))\ntitle Ask\n---\n",
            "strategies/support/huge.md": String(repeating: "x", count: 10_000_000),
            "strategies/billing/elsewhere.md": Sample.file(3),
            "skills/Bad Name/skill.md": "---\ntitle: x\n---\n",
        ])
        let snapshot = try await scratch.store().snapshot()
        #expect(snapshot.strategies.map(\.path) == ["strategies/support/good.md"])
        #expect(
            snapshot.problems.map { "\($0.path):\($0.place?.line ?? 0)" } == [
                "skills/Bad Name/skill.md:0", "strategies/billing/elsewhere.md:4",
                "strategies/support/bad.md:3", "strategies/support/huge.md:1",
            ])
    }

    @Test
    func theSecondOfADoubledIdIsReported() async throws {
        let scratch = try Scratch.memory(with: [
            "strategies/support/a.md": Sample.file(1, title: "First"),
            "strategies/support/b.md": Sample.file(1, title: "Second"),
        ])
        let snapshot = try await scratch.store().snapshot()
        #expect(snapshot.strategies.map(\.strategy.lesson.title) == ["First"])
        let problem = try #require(snapshot.problems.first)
        #expect(problem.path == "strategies/support/b.md")
        #expect(problem.message.contains("'strategies/support/a.md'"))
    }

    @Test
    func linksAndSubmodulesAreReportedNotFollowed() async throws {
        let scratch = try Scratch.memory(with: ["strategies/support/a.md": Sample.file(1)])
        try scratch.write(Sample.file(2), to: "../outside.md")
        try FileManager.default.createSymbolicLink(
            atPath: scratch.top + "/strategies/support/b.md",
            withDestinationPath: "../../../outside.md")
        try scratch.git("add", "-A")
        let tip = try scratch.git("rev-parse", "HEAD").prefix(40)
        try scratch.git(
            "update-index", "--add", "--cacheinfo", "160000,\(tip),strategies/support/c.md")
        try scratch.git("commit", "-q", "-m", "Plant")
        let snapshot = try await scratch.store().snapshot()
        #expect(snapshot.strategies.map(\.path) == ["strategies/support/a.md"])
        #expect(
            snapshot.problems.map(\.path) == ["strategies/support/b.md", "strategies/support/c.md"])
    }

    @Test
    func entriesInUnexpectedPlacesAreReported() async throws {
        let scratch = try Scratch.memory(with: [
            "strategies/support/a.md": Sample.file(1), "strategies/b.md": Sample.file(2),
            "strategies/UPPER/c d.md": Sample.file(3), "strategies/README.md": "For people.\n",
            "skills/skill.md": "---\ntitle: None\n---\n",
            "skills/support/notes.md": "For people.\n",
        ])
        let places = ["strategies/evil", "strategies/support/evil", "competency"]
        for place in places {
            try FileManager.default.createSymbolicLink(
                atPath: scratch.top + "/" + place, withDestinationPath: "/etc")
        }
        try scratch.git("add", "-A")
        try scratch.git("commit", "-q", "-m", "Plant")
        let snapshot = try await scratch.store().snapshot()
        #expect(snapshot.strategies.map(\.path) == ["strategies/support/a.md"])
        #expect(
            Set(snapshot.problems.map(\.path))
                == Set(places + ["strategies/b.md", "strategies/UPPER/c d.md", "skills/skill.md"]))
    }

    @Test
    func whatIsRetiredOrReplacedIsNotRecallable() async throws {
        let replacing = "supersedes: [\(try Sample.id(1))]\n"
        let scratch = try Scratch.memory(with: [
            "strategies/support/1.md": Sample.file(1),
            "strategies/support/2.md": Sample.file(2, more: replacing),
            "strategies/support/3.md": Sample.file(3, status: "retired"),
            "strategies/support/4.md": Sample.file(
                4, status: "proposed", more: "supersedes: [\(Sample.id(2))]\n"),
        ])
        let snapshot = try await scratch.store().snapshot()
        #expect(snapshot.recallable.map(\.strategy.id) == [try Sample.id(2), try Sample.id(4)])
    }

    @Test
    func aRevisionIsReadAsItStood() async throws {
        let scratch = try Scratch.memory(with: ["strategies/support/a.md": Sample.file(1)])
        let first = try scratch.git("rev-parse", "HEAD").prefix(40)
        try scratch.remove("strategies/support/a.md")
        try scratch.commit("Forget")
        let store = try scratch.store()
        #expect(try await store.snapshot().strategies.isEmpty)
        let revision = try await store.resolve(String(first.prefix(8)))
        #expect(revision.description == String(first))
        let old = try await store.snapshot(at: revision)
        #expect(old.revision == revision)
        #expect(old.strategies.count == 1)
        #expect(try await store.snapshot().strategies.isEmpty)
        await #expect(throws: StoreError.noRevision("nowhere")) {
            try await store.resolve("nowhere")
        }
    }
}
