@testable import EtudeRuntime
import EtudeDomain
import EtudeRecall
import EtudeStore
import Foundation
import Testing

@Suite struct MemoryTests {
    let scratch: Scratch

    init() async throws {
        scratch = try Scratch()
        try await scratch.initialize("support", "support/refunds")
    }

    func strategy(
        _ name: String, cue: String = "refund", from trace: String? = "00000000t0"
    ) throws -> Strategy {
        Strategy(
            id: try id(name), status: .active,
            lesson: try PracticeLoopTests.lesson(cue: cue),
            origin: Strategy.Origin(
                agent: trace == nil ? nil : "desk-1", trace: trace.flatMap(EntryID.init)))
    }

    func trace(_ name: String, _ task: String, right: String, leaning: String = "refund") throws
        -> Trace
    {
        let now = Surroundings.fixed().now()
        return Trace(
            id: try id(name), skill: try skill("support/refunds"), agent: "desk-1", task: task,
            outcome: right == leaning ? .success : .failure, started: now, ended: now,
            choice: Trace.Choice(leaning: leaning, answer: leaning, right: right),
            evaluation: .none)
    }

    @Test func recordsCountAdviceOverTracesBeforeAndAfter() async throws {
        let memory = try await scratch.memory()
        try await memory.keep(trace("0000000001", "refund this", right: "find_order"))
        _ = try await memory.learn(try strategy("4kq7w2mx9d"), body: "\n")
        let known = try id("4kq7w2mx9d")
        #expect(try await memory.record(of: known) == AdviceRecord(helped: 1, harmed: 0))
        try await memory.keep(trace("0000000002", "a refund again", right: "find_order"))
        try await memory.keep(trace("0000000003", "refund that", right: "refund"))
        try await memory.keep(trace("0000000004", "refund both", right: "escalate"))
        try await memory.keep(trace("0000000005", "where is my parcel", right: "track"))
        #expect(try await memory.record(of: known) == AdviceRecord(helped: 2, harmed: 1.5))
        #expect(
            try await scratch.memory().record(of: known) == AdviceRecord(helped: 2, harmed: 1.5))
        #expect(try await memory.record(of: id("zzzzzzzzzz")) == AdviceRecord())
    }

    @Test func harmfulStrategiesOfAgentsAreRetiredAndThoseOfPeopleStay() async throws {
        let memory = try await scratch.memory()
        _ = try await memory.learn(try strategy("4kq7w2mx9d"), body: "\nBy an agent.\n")
        _ = try await memory.learn(try strategy("8h4n2r6t0v", from: nil), body: "\nBy hand.\n")
        _ = try await memory.learn(try strategy("9k4n2r6t0w", cue: "voucher"), body: "\n")
        try await memory.keep(trace("0000000003", "refund that", right: "refund"))
        let path = try #require(await memory.snapshot().strategy(try id("4kq7w2mx9d"))?.path)
        let before = try scratch.read(path)
        #expect(try await memory.retireHarmful() == [try id("4kq7w2mx9d")])
        #expect(try await memory.retireHarmful() == [])
        let recallable = try await memory.snapshot().recallable.map(\.strategy.id.text)
        #expect(recallable == ["8h4n2r6t0v", "9k4n2r6t0w"])
        let after = try scratch.read(path)
        #expect(
            after == before.replacing("status: active", with: "status: retired")
                + "\n## Retired\n\nIts advice was right 0 times and harmed 1 times over 1 stored attempts.\n"
        )
        let retires = try scratch.git(
            "log", "-1", "--format=%(trailers:key=Etude-Retires,valueonly)")
        #expect(retires.trimmingCharacters(in: .newlines) == "4kq7w2mx9d")
        #expect(try scratch.faults() == "")
    }

    @Test func aStrategyThatAPersonEditedOrBroughtBackIsNotRetired() async throws {
        let memory = try await scratch.memory()
        let known = try id("4kq7w2mx9d")
        _ = try await memory.learn(try strategy(known.text), body: "\n")
        let path = try #require(await memory.snapshot().strategy(known)?.path)
        try scratch.write(scratch.read(path).replacing("find_order", with: "escalate"), to: path)
        try scratch.commitByHand("Edit")
        try await memory.refresh()
        try await memory.keep(trace("0000000003", "refund that", right: "refund"))
        #expect(try await memory.record(of: known).isHarmful)
        #expect(try await memory.retireHarmful() == [])
        let hits = try await memory.index.hits(for: query("refund"))
        #expect(hits.map(\.lesson.action.name) == ["escalate"])

        try scratch.git("revert", "--no-edit", "HEAD")
        try await memory.refresh()
        #expect(try await memory.retireHarmful() == [])
    }

    func query(_ task: String) -> Query {
        Query(
            situation: Situation(terms: Terms(of: task)), agent: "desk-1",
            now: Surroundings.fixed().now(), limits: RecallLimits(strategies: 3, characters: 2000))
    }

    @Test func handEditsChangeBehaviourAtTheNextRefresh() async throws {
        let memory = try await scratch.memory()
        let path = "strategies/support/refunds/voucher-8h4n2r6t0v.md"
        #expect(try await memory.index.hits(for: query("my voucher")).isEmpty)

        try scratch.write(handwritten(), to: path)
        try scratch.commitByHand("Add")
        try await memory.refresh()
        #expect(
            try await memory.index.hits(for: query("my voucher")).map(\.lesson.action.name)
                == ["check_voucher"])

        try scratch.write(handwritten(action: "answer `ask_for_code`"), to: path)
        try scratch.commitByHand("Edit")
        try await memory.refresh()
        #expect(
            try await memory.index.hits(for: query("my voucher")).map(\.lesson.action.name)
                == ["ask_for_code"])

        try scratch.git("rm", "-q", path)
        try scratch.git("commit", "-q", "-m", "Delete")
        try await memory.refresh()
        #expect(try await memory.index.hits(for: query("my voucher")).isEmpty)
        #expect(await memory.revision == (try scratch.head()))
    }

    @Test func uncommittedEditsChangeNothing() async throws {
        let memory = try await scratch.memory()
        try scratch.write(handwritten(), to: "strategies/support/refunds/a-8h4n2r6t0v.md")
        try await memory.refresh()
        #expect(try await memory.snapshot().strategies.isEmpty)
    }

    @Test func aBrokenFileIsReportedWithItsLineAndTheRestServes() async throws {
        try scratch.write(handwritten(), to: "strategies/support/refunds/good-8h4n2r6t0v.md")
        try scratch.write(
            handwritten(id: "9k4n2r6t0w").replacing("do: answer", with: "do answer"),
            to: "strategies/support/refunds/broken-9k4n2r6t0w.md")
        try scratch.commitByHand()
        let memory = try await scratch.memory()
        #expect(
            try await memory.index.hits(for: query("my voucher")).map(\.id.text) == ["8h4n2r6t0v"])
        let notes = await memory.index.notes
        #expect(notes.count == 1)
        let place = "left out: strategies/support/refunds/broken-9k4n2r6t0w.md:7:"
        #expect(notes.first?.hasPrefix(place) == true)
    }

    @Test func anEditedStrategyIsCountedAnew() async throws {
        let memory = try await scratch.memory()
        let path = "strategies/support/refunds/voucher-8h4n2r6t0v.md"
        try scratch.write(handwritten(action: "answer `check_voucher`"), to: path)
        try scratch.commitByHand()
        try await memory.refresh()
        try await memory.keep(trace("0000000001", "my voucher", right: "ask_for_code"))
        let known = try id("8h4n2r6t0v")
        #expect(try await memory.record(of: known) == AdviceRecord(helped: 0, harmed: 0.5))
        try scratch.write(handwritten(action: "answer `ask_for_code`"), to: path)
        try scratch.commitByHand()
        try await memory.refresh()
        #expect(try await memory.record(of: known) == AdviceRecord(helped: 1, harmed: 0))
    }

    @Test func theNewestTracesAreKeptWhereTheCharterSaysHowMany() async throws {
        let charter = try scratch.read("CHARTER.md")
        try scratch.write(
            charter.replacing("keep-traces: 5000", with: "keep-traces: 2"), to: "CHARTER.md")
        try scratch.commitByHand()
        let memory = try await scratch.memory()
        for number in 1...4 {
            try await memory.keep(trace("000000000\(number)", "refund", right: "find_order"))
        }
        let kept = try await scratch.memory().traces().map(\.id.text)
        #expect(kept == ["0000000003", "0000000004"])
    }
}
