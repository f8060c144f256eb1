@testable import EtudeRuntime
import EtudeDomain
import EtudeRecall
import EtudeStore
import EtudeTestSupport
import Foundation
import SystemPackage
import Testing

@Suite struct RecallStrategiesTests {
    let scratch: Scratch

    init() async throws {
        scratch = try Scratch()
        try await scratch.initialize("support", "support/refunds", "support/parcels")
    }

    var index: String { scratch.top + "/.git/etude/index" }

    @Test func theFastPathEqualsTheSlowPath() async throws {
        try await scratch.learn(.refund())
        try await scratch.learn(.parcel(), seed: 2)
        for task in ["a refund", "my parcel and my refund", "where does a customer ask", "no"] {
            let fast = try await scratch.recall(task)
            try FileManager.default.removeItem(atPath: index)
            let slow = try await scratch.recall(task)
            #expect(fast.hits == slow.hits)
            #expect(fast.memory == slow.memory)
            #expect(fast.notes == slow.notes)
        }
    }

    @Test func aCurrentIndexAnswersWithoutReadingAnObject() async throws {
        let learned = try await scratch.learn(.refund())
        let objects = scratch.top + "/.git/objects"
        try FileManager.default.moveItem(atPath: objects, toPath: scratch.folder + "/objects")
        let outcome = try await scratch.recall("a refund")
        #expect(outcome.hits.map(\.id.text) == [learned.id])
        #expect(outcome.memory == learned.commit)
        #expect(outcome.notes.isEmpty)
        try FileManager.default.moveItem(atPath: scratch.folder + "/objects", toPath: objects)
        #expect(try scratch.faults() == "")
    }

    @Test func aMemoryThatCannotBeReadInTimeAnswersFromTheLastRevision() async throws {
        let learned = try await scratch.learn(.refund())
        try await scratch.learn(.parcel(), seed: 2)
        try scratch.git("reset", "-q", "--hard", "HEAD~1")
        // libgit2 reads it with the settings, and waits for ever.
        try scratch.git("config", "include.path", "pipe")
        try #require(unsafe mkfifo("\(scratch.top)/.git/pipe", 0o600) == 0)
        var recall = RecallStrategies(task: "a refund")
        recall.patience = .milliseconds(20)
        let outcome = try await recall.run(scratch.finder, surroundings: .fixed())
        #expect(outcome.hits.map(\.id.text) == [learned.id])
        #expect(outcome.memory != nil && outcome.memory != learned.commit)
        #expect(outcome.notes.first?.hasSuffix("could not be read within 0.02 seconds") == true)
        try FileManager.default.removeItem(atPath: index)
        let base = try await recall.run(scratch.finder, surroundings: .fixed())
        #expect(base.hits.isEmpty && base.memory == nil)
        #expect(base.notes.first?.hasPrefix("base competence: ") == true)
        recall = RecallStrategies(task: "nothing of the kind", skill: SkillPath("support/refundz"))
        recall.patience = .milliseconds(20)
        #expect(try await recall.run(scratch.finder, surroundings: .fixed()).hits.isEmpty)
    }

    @Test func aLiveWriterKeepsNobodyFromReading() async throws {
        let learned = try await scratch.learn(.refund())
        try scratch.write("open 1000\nrefs/heads/main\nend 1000\n", to: ".git/etude/journal.0")
        let lock = try FileDescriptor.open(
            FilePath("\(scratch.top)/.git/etude/lock"), .readWrite)
        defer { try? lock.close() }
        #expect(flock(lock.rawValue, LOCK_EX | LOCK_NB) == 0)
        try FileManager.default.removeItem(atPath: index)
        let outcome = try await scratch.recall("a refund")
        #expect(outcome.hits.map(\.id.text) == [learned.id])
        #expect(outcome.notes == [])
    }

    @Test func aSkillThatIsNotThereIsAnErrorWithASuggestion() async throws {
        try await scratch.learn(.refund())
        for isCurrent in [true, false] {
            if !isCurrent { try FileManager.default.removeItem(atPath: index) }
            let recall = RecallStrategies(task: "a refund", skill: SkillPath("support/refundz"))
            let failure = await #expect(throws: Failure.self) {
                _ = try await recall.run(scratch.finder, surroundings: .fixed())
            }
            #expect(failure?.hint == "did you mean 'support/refunds'?")
        }
    }

    @Test func whatTheCharterHasComeToDenyIsLeftOutAndNamed() async throws {
        try await scratch.learn(.refund())
        let charter = try scratch.read("CHARTER.md")
        try scratch.write(
            charter.replacing("deny: []", with: "deny: [support/refunds]"), to: "CHARTER.md")
        try scratch.commitByHand()
        let outcome = try await scratch.recall("a refund")
        #expect(outcome.hits.isEmpty)
        #expect(outcome.notes.contains { $0.hasSuffix("the charter does not allow its skill") })
    }

    @Test func aHandEditCountsAtTheNextRecall() async throws {
        _ = try await scratch.recall("my voucher")
        try scratch.write(handwritten(), to: "strategies/support/refunds/v-8h4n2r6t0v.md")
        try scratch.commitByHand()
        #expect(try await scratch.recall("my voucher").hits.map(\.id.text) == ["8h4n2r6t0v"])
        try scratch.git("revert", "--no-edit", "HEAD")
        #expect(try await scratch.recall("my voucher").hits.isEmpty)
    }

    @Test func aDamagedIndexIsBuiltAnew() async throws {
        let learned = try await scratch.learn(.refund())
        for damage in [Data(), Data("garbage".utf8), Data(repeating: 0xFF, count: 9000)] {
            try damage.write(to: URL(fileURLWithPath: index))
            #expect(try await scratch.recall("a refund").hits.map(\.id.text) == [learned.id])
        }
        var bytes = try Data(contentsOf: URL(fileURLWithPath: index))
        bytes[bytes.count - 1] ^= 0x40
        try bytes.write(to: URL(fileURLWithPath: index))
        #expect(try await scratch.recall("a refund").hits.map(\.id.text) == [learned.id])
    }

    @Test func aMemoryThatCannotBeReadMeansBaseCompetenceAndSaysSo() async throws {
        try await scratch.learn(.refund())
        try FileManager.default.removeItem(atPath: index)
        try FileManager.default.removeItem(atPath: scratch.top + "/.git/objects")
        try FileManager.default.removeItem(atPath: scratch.top + "/.git/etude/objects")
        try FileManager.default.createDirectory(
            atPath: scratch.top + "/.git/objects", withIntermediateDirectories: true)
        let outcome = try await scratch.recall("a refund")
        #expect(outcome.hits.isEmpty)
        #expect(outcome.memory == nil)
        #expect(outcome.notes.first?.hasPrefix("base competence: ") == true)
        #expect(outcome.notes.last == "run 'etude doctor' for what to do")
    }

    @Test func whereTheTipCannotBeReadTheLastGoodRevisionServes() async throws {
        let learned = try await scratch.learn(.refund())
        try scratch.git("update-ref", "refs/heads/main", "HEAD")
        let broken = String(repeating: "1", count: 40)
        try Data("\(broken)\n".utf8).write(
            to: URL(fileURLWithPath: scratch.top + "/.git/refs/heads/main"))
        let outcome = try await scratch.recall("a refund")
        #expect(outcome.hits.map(\.id.text) == [learned.id])
        #expect(outcome.memory == learned.commit)
        #expect(outcome.notes.contains { $0.contains("\(learned.commit?.prefix(7) ?? "-")") })
    }

    @Test func whereNoMemoryIsNamedAndNoneIsFoundNothingFails() async throws {
        let nowhere = scratch.folder + "/nowhere"
        let finder = MemoryFinder(
            named: nil, environment: ["ETUDE_MEMORY": nowhere], currentFolder: scratch.folder)
        let outcome = try await RecallStrategies(task: "x").run(finder, surroundings: .fixed())
        #expect(outcome.hits.isEmpty)
        #expect(
            outcome.notes.map { $0.replacing(scratch.folder, with: "SCRATCH") }
                == ["base competence: 'SCRATCH/nowhere' is not a memory: it holds no CHARTER.md"])
    }

    @Test func aMemoryThatIsNamedHasToBeOne() async throws {
        let finder = MemoryFinder(
            named: scratch.folder, environment: [:], currentFolder: scratch.folder)
        let failure = try await failure {
            try await RecallStrategies(task: "x").run(finder, surroundings: .fixed())
        }
        try Snapshot.expect(scratch.words(of: failure), in: "recall-not-a-memory.txt")
    }

    @Test func whatTheAgentLeansToLeavesOtherWarningsOut() async throws {
        let learned = try await scratch.learn(.refund().with { $0.right = "find_order" })
        #expect(try await scratch.recall("a refund", leaning: "Refund").hits.count == 1)
        #expect(try await scratch.recall("a refund", leaning: "escalate").hits.isEmpty)
        #expect(try await scratch.recall("a refund").hits.map(\.cue) == ["refund"])
        #expect(try await scratch.recall("a refund").hits.first?.record.helped == 1)
        #expect(learned.accepted)
    }

    @Test func limitsAreTheChartersUnlessTheCallerSaysOtherwise() async throws {
        for number in 0..<5 {
            try scratch.write(
                handwritten(id: "8h4n2r6t0\(number)", action: "answer `way_\(number)`"),
                to: "strategies/support/refunds/v-8h4n2r6t0\(number).md")
        }
        try scratch.commitByHand()
        func count(limit: Int? = nil, characters: Int? = nil) async throws -> Int {
            try await RecallStrategies(
                task: "my voucher", limit: limit, characterLimit: characters
            ).run(scratch.finder, surroundings: .fixed()).hits.count
        }
        #expect(try await count() == 3)
        #expect(try await count(limit: 5) == 5)
        #expect(try await count(limit: 0) == 0)
        #expect(try await count(limit: 5, characters: 1) == 0)
    }

    @Test func aSkillNarrowsTheSearchToItAndThoseAbove() async throws {
        try await scratch.learn(.refund())
        func count(_ name: String) async throws -> Int {
            try await RecallStrategies(task: "a refund", skill: try skill(name))
                .run(scratch.finder, surroundings: .fixed()).hits.count
        }
        #expect(try await count("support/refunds") == 1)
        #expect(try await count("support/refunds/late") == 1)
        #expect(try await count("support") == 0)
        #expect(try await count("support/parcels") == 0)
    }

    @Test func anExpiredStrategyIsNotRecalled() async throws {
        let text = handwritten().replacing("cues:", with: "expires: 2026-11-21\ncues:")
        try scratch.write(text, to: "strategies/support/refunds/v-8h4n2r6t0v.md")
        try scratch.commitByHand()
        #expect(try await scratch.recall("my voucher").hits.isEmpty)
        try scratch.write(
            text.replacing("2026-11-21", with: "2026-11-22"),
            to: "strategies/support/refunds/v-8h4n2r6t0v.md")
        try scratch.commitByHand()
        #expect(try await scratch.recall("my voucher").hits.count == 1)
    }
}
