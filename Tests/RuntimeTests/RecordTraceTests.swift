@testable import EtudeRuntime
import EtudeDomain
import EtudeRecall
import EtudeStore
import Foundation
import Testing

@Suite struct RecordTraceTests {
    let scratch: Scratch

    init() async throws {
        scratch = try Scratch()
        try await scratch.initialize("support", "support/refunds", "support/parcels")
    }

    @discardableResult
    func record(_ request: LessonRequest, seed: UInt64 = 50) async throws -> Trace {
        let outcome = try await RecordTrace(request)
            .run(scratch.finder, surroundings: .fixed(seed: seed))
        let traces = try await scratch.memory().traces()
        return try #require(traces.first { $0.id.text == outcome.trace })
    }

    @Test func aTraceIsKeptOffTheBranch() async throws {
        let head = try scratch.head()
        let trace = try await record(.refund().with { $0.outcome = "success" })
        #expect(trace.outcome == .success)
        #expect(trace.evaluation == .none)
        #expect(try scratch.head() == head)
        #expect(try scratch.git("rev-list", "--count", "refs/etude/traces/desk-1") == "1\n")
        #expect(try scratch.faults() == "")
    }

    @Test func aReceiptTellsWhatWasRecalledAndFromWhichRevision() async throws {
        let first = try await scratch.learn(.refund())
        _ = try await scratch.recall("please refund order 1123")
        try await scratch.learn(.parcel(), seed: 2)
        let trace = try await record(.refund())
        #expect(trace.recalled.map(\.text) == [first.id])
        #expect(trace.memory == first.commit)
    }

    @Test func theNewestReceiptForTheTaskCounts() async throws {
        _ = try await scratch.recall("please refund order 1123")
        let first = try await scratch.learn(.refund(), seed: 2)
        _ = try await scratch.recall("please refund order 1123")
        #expect(try await record(.refund()).recalled.map(\.text) == [first.id])
    }

    @Test func withoutAReceiptTheTraceNamesTodaysRevision() async throws {
        let first = try await scratch.learn(.refund())
        _ = try await scratch.recall("another task about a refund")
        let trace = try await record(.refund())
        #expect(trace.recalled.isEmpty)
        #expect(trace.memory == first.commit)
    }

    @Test func theReceiptOfAnotherAgentDoesNotCount() async throws {
        try await scratch.learn(.refund())
        _ = try await scratch.recall("please refund order 1123", agent: "desk-2")
        #expect(try await record(.refund()).recalled.isEmpty)
    }

    @Test func aDamagedReceiptBookIsPassedOver() async throws {
        let first = try await scratch.learn(.refund())
        _ = try await scratch.recall("please refund order 1123")
        let file = scratch.top + "/.git/etude/receipts.jsonl"
        let text = try String(contentsOfFile: file, encoding: .utf8)
        try Data(("garbage\n" + text + "{\"cut\": \n").utf8).write(to: URL(fileURLWithPath: file))
        #expect(try await record(.refund()).recalled.map(\.text) == [first.id])
    }

    @Test func tracesOfTheSameTaskAllCount() async throws {
        try await record(.refund(), seed: 51)
        try await record(.refund(), seed: 52)
        #expect(try await scratch.memory().traces().count == 2)
    }

    @Test func aStrategyThatProvesHarmfulIsRetiredInACommit() async throws {
        let learned = try await scratch.learn(.refund())
        let success = LessonRequest.refund().with { $0.outcome = "success" }
        let outcome = try await RecordTrace(success)
            .run(scratch.finder, surroundings: .fixed(seed: 51))
        #expect(outcome.retired == [learned.id])
        #expect(try await scratch.recall("a refund").hits.isEmpty)
        #expect(try scratch.git("log", "-1", "--format=%s").hasPrefix("retire(support/refunds): "))
        #expect(try scratch.faults() == "")
    }

    @Test func aSuccessWithTheStrategyCountsForIt() async throws {
        let learned = try await scratch.learn(.refund())
        let success = LessonRequest.refund().with {
            $0.outcome = "success"
            $0.used = [learned.id]
            $0.steps?[0].did = "called `find_order`"
        }
        try await record(success)
        #expect(try await scratch.recall("a refund").hits.first?.record.helped == 1)
    }

    @Test(arguments: [nil, " "]) func aTraceWithoutATaskIsRefused(task: String?) async throws {
        let failure = try await failure { try await record(.refund().with { $0.task = task }) }
        #expect(failure.message == "the request has no 'task'")
    }

    @Test func aTraceAboutAnUnknownSkillIsKeptForLater() async throws {
        let outcome = try await RecordTrace(.refund().with { $0.skill = "support/refundz" })
            .run(scratch.finder, surroundings: .fixed(seed: 52))
        #expect(
            outcome.notes == [
                "kept, though no skill is called 'support/refundz'; did you mean 'support/refunds'?"
            ])
        let trace = try await record(.refund().with { $0.skill = "support/new" })
        #expect(trace.skill.text == "support/new")
    }

    @Test func whatATraceSaysComesBackAsItWas() async throws {
        let request = LessonRequest.refund().with {
            $0.task = "## Step 9\n\n> quoted\n---\n\nDid:\n"
            $0.steps = [
                .init(did: "a\n\n## Analysis", expected: "Expected:\n> b", happened: "c\n"),
                .init(did: "", expected: "", happened: ""),
            ]
        }
        let trace = try await record(request)
        #expect(trace.steps.count == 2)
        #expect(trace.steps[0].did.hasPrefix("a\n"))
        #expect(trace.steps[0].did.hasSuffix("## Analysis"))
        #expect(trace.steps[0].expected == "Expected:\n> b")
        #expect(trace.task.hasPrefix("## Step 9\n"))
    }
}
