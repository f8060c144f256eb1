@testable import EtudeRuntime
import EtudeAgents
import EtudeDomain
import EtudePractice
import EtudeRecall
import EtudeStore
import EtudeTestSupport
import Testing

@Suite struct TrialStrategiesTests {
    let scratch: Scratch

    init() async throws {
        scratch = try Scratch()
        try await scratch.initialize("support", "support/refunds", "support/parcels")
    }

    var trial: TrialStrategies { TrialStrategies(scratch.finder) }

    /// Keeps attempts at a refund that the base gets right without looking the order up.
    func keepRefunds(_ count: Int, right: String, base: Trace.Outcome) async throws {
        let memory = try await scratch.memory(.fixed(seed: 9))
        for _ in 0..<count {
            let now = Surroundings.fixed().now()
            try await memory.keep(
                Trace(
                    id: memory.surroundings.newID(), skill: try skill("support/refunds"),
                    agent: "desk-1", task: "please refund order 1123", outcome: base,
                    baseOutcome: base, started: now, ended: now,
                    choice: Trace.Choice(right: right), evaluation: .none))
        }
        await memory.saveIndex()
    }

    @Test func aStrategyThatFixesHelps() async throws {
        let learned = try await scratch.learn(.refund())
        try await keepRefunds(4, right: "find_order", base: .failure)
        let outcome = try await trial.one(try id(learned.id), surroundings: .fixed())
        let row = try #require(outcome.strategies.first)
        #expect([row.fires, row.fixed, row.broken] == [4, 4, 0])
        #expect(row.verdict == .helps)
        #expect(!row.isOfPerson)
        #expect(outcome.revision == (try scratch.head()))
        let refused = try await failure {
            try await trial.retire(try id(learned.id), surroundings: .fixed())
        }
        #expect(refused.message.contains("'helps', so it stays"))
    }

    @Test func aStrategyThatBreaksIsRetiredWithTheEvidence() async throws {
        let learned = try await scratch.learn(.refund())
        try await keepRefunds(5, right: "refund", base: .success)
        let outcome = try await trial.retire(try id(learned.id), surroundings: .fixed())
        #expect(outcome.strategies.map(\.verdict) == [.harms])
        #expect(outcome.commit == (try scratch.head()))
        let message = try scratch.git("log", "-1", "--format=%B").replacing("\n", with: " ")
        #expect(message.contains("it fixed 0 and broke 5."))
        #expect(message.contains("Etude-Retires: \(learned.id)"))
        #expect(try await scratch.recall("please refund order 1123").hits.isEmpty)
        let gone = try await failure {
            try await trial.one(try id(learned.id), surroundings: .fixed())
        }
        #expect(gone.message.contains("is retired"))
        #expect(try scratch.faults() == "")
    }

    @Test func heldOutRequestsOfADeskAreAsked() async throws {
        try scratch.write(
            """
            ---
            id: "aaaaaaaaaa"
            title: Every parcel question is about the address
            skill: support/parcels
            status: active
            when: a request says 'parcel'
            cues: [parcel]
            do: answer `change_delivery_address`
            because: it was planted
            ---

            """, to: "strategies/support/parcels/planted-aaaaaaaaaa.md")
        try scratch.commitByHand()
        let desk = TrialStrategies(scratch.finder, asking: .embedded)
        let outcome = try await desk.one(try id("aaaaaaaaaa"), surroundings: .fixed())
        let row = try #require(outcome.strategies.first)
        #expect(outcome.asked == "held-out requests")
        #expect(outcome.attempts == Desk.embedded.heldOut.count)
        let saying = Desk.embedded.heldOut.filter {
            Terms(of: $0.text).stems.contains("parcel")
        }
        #expect(row.fires == saying.count)
        #expect(row.verdict == .harms)
        #expect(row.isOfPerson)
    }

    @Test func whatAPersonChangedIsNeverRetired() async throws {
        let learned = try await scratch.learn(.refund())
        try await keepRefunds(5, right: "refund", base: .success)
        let file = try #require(try scratch.files(under: "strategies").first)
        try scratch.write(
            try scratch.read(file).replacing("an order that", with: "orders that"), to: file)
        try scratch.commitByHand()
        let head = try scratch.head()
        let refused = try await failure {
            try await trial.retire(try id(learned.id), surroundings: .fixed())
        }
        #expect(refused.message.contains("only people retire"))
        #expect(try scratch.head() == head)
        let tried = try await trial.one(try id(learned.id), surroundings: .fixed())
        #expect(tried.strategies.map(\.isOfPerson) == [true])
        #expect(tried.strategies.map(\.verdict) == [.harms])
    }

    @Test func allAreRankedAndASkillNarrows() async throws {
        let refund = try await scratch.learn(.refund())
        let parcel = try await scratch.learn(.parcel(), seed: 2)
        try await keepRefunds(5, right: "refund", base: .success)
        let all = try await trial.all(surroundings: .fixed()).strategies
        #expect(all.map(\.id) == [parcel.id, refund.id])
        let some = try await trial.all(
            of: try skill("support/parcels"), surroundings: .fixed()
        ).strategies
        #expect(some.map(\.id) == [parcel.id])
        let unknown = try await failure {
            try await trial.all(of: try skill("support/parcelz"), surroundings: .fixed())
        }
        #expect(unknown.hint?.contains("support/parcels") == true)
        let nobody = try await failure {
            try await trial.one(try id("zzzzzzzzzz"), surroundings: .fixed())
        }
        #expect(nobody.message.contains("zzzzzzzzzz"))
    }
}

/// Among 200 honest strategies, one that harms comes last.
@Suite struct PlantedHarmTests {
    private let now = Surroundings.fixed().now()

    /// Four memories, each with five plants of its own.
    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func aPlantedStrategyComesLast(seed: UInt64) async throws {
        let practised = try await PractisedDesk.shared.result(seed: seed)
        #expect(practised.honest.count == PractisedDesk.count)
        var generator = SeededGenerator(seed: seed)
        let memory = await practised.memory()
        for _ in 0..<5 {
            let planted = try PractisedDesk.plant(among: practised.attempts, &generator)
            await memory.learn([(planted, body: "")])
            let known = await memory.known
            let harm = try known.evidence(about: planted, over: nil, now: now)
            #expect(harm.verdict == .harms)
            for strategy in practised.honest {
                let evidence = try known.evidence(about: strategy, over: nil, now: now)
                #expect(evidence.precedes(harm) == true)
            }
            await memory.learn([(copy(of: planted, .retired), body: "")])
        }
    }

    private func copy(of strategy: Strategy, _ status: Strategy.Status) -> Strategy {
        Strategy(
            id: strategy.id, status: status, lesson: strategy.lesson, origin: strategy.origin)
    }
}

/// Trials on live tasks, where nothing can be replayed.
@Suite struct LiveTrialOfAStrategyTests {
    let scratch: Scratch
    let surroundings = Surroundings.fixed(seed: 77)

    init() async throws {
        scratch = try Scratch()
        try await scratch.initialize("support", "support/refunds")
    }

    /// Recalls for a task, and records how it went, which depends on whether the strategy was shown.
    func attempt(_ task: String, right isRight: (_ isShown: Bool) -> Bool) async throws {
        let hits = try await scratch.recall(task).hits
        var request = LessonRequest(skill: "support/refunds")
        request.task = task
        request.outcome = isRight(!hits.isEmpty) ? "success" : "failure"
        _ = try await RecordTrace(request).run(scratch.finder, surroundings: surroundings)
    }

    func learn() async throws -> EntryID { try id(try await scratch.learn(.refund()).id) }

    @Test func aStrategyThatHelpsIsFoundOut() async throws {
        let id = try await learn()
        let trial = TrialStrategies(scratch.finder)
        let begun = try await trial.begin(id, surroundings: .fixed())
        #expect(begun.strategies.first?.live?.shown == 0)
        #expect(try await MemoryStatus(scratch.finder).run(.fixed()).onTrial == [id.text])
        for number in 0..<60 { try await attempt("please refund order \(number)") { $0 } }
        let row = try #require(
            try await trial.one(id, surroundings: .fixed()).strategies.first)
        let live = try #require(row.live)
        #expect(live.shown + live.masked == 60)
        #expect(min(live.shown, live.masked) > 7)
        #expect(live.shownRight == live.shown)
        #expect(live.maskedRight == 0)
        #expect(live.benefit >= 20)
        #expect(row.verdict == .helps)
        let ended = try await trial.end(id, surroundings: .fixed())
        #expect(ended.strategies.first?.verdict == .helps)
        #expect(try await trial.one(id, surroundings: .fixed()).strategies.first?.live == nil)
        for number in 60..<80 {
            #expect(
                try await scratch.recall("please refund order \(number)").hits.map(\.id) == [id])
        }
    }

    @Test func aStrategyThatHarmsIsRetiredWithTheEvidence() async throws {
        let id = try await learn()
        let trial = TrialStrategies(scratch.finder)
        _ = try await trial.begin(id, surroundings: .fixed())
        for number in 0..<60 { try await attempt("please refund order \(number)") { !$0 } }
        let outcome = try await trial.retire(id, surroundings: .fixed())
        #expect(outcome.strategies.map(\.verdict) == [.harms])
        let message = try scratch.git("log", "-1", "--format=%B").replacing("\n", with: " ")
        #expect(message.contains("On live tasks, 0 of "))
        #expect(message.contains("Etude-Retires: \(id)"))
        #expect(try scratch.faults() == "")
    }

    @Test func whatIsMaskedIsInTheTraceAndAnotherMovesUp() async throws {
        let id = try await learn()
        let other = try await scratch.learn(
            LessonRequest.refund().with {
                $0.title = "Say how long a refund takes"
                $0.cues = ["how long"]
                $0.task = "how long until order 1123 is paid"
                $0.action = "call `tell_time`"
            }, seed: 2)
        #expect(other.accepted)
        _ = try await TrialStrategies(scratch.finder).begin(id, surroundings: .fixed())
        for number in 0..<20 {
            let task = "refund \(number): how long?"
            try await attempt(task) { _ in true }
            let trace = try #require(
                try await scratch.memory().traces().last { $0.task == task })
            #expect(trace.recalled.contains(id) != trace.masked.contains(id))
            #expect(trace.unmasked == trace.recalled.filter { $0 == id })
            #expect(trace.recalled.map(\.text).contains(other.id))
        }
    }

    @Test func aTrialThatIsNotOnCannotEnd() async throws {
        let id = try await learn()
        let failure = try await failure {
            try await TrialStrategies(scratch.finder).end(id, surroundings: .fixed())
        }
        #expect(failure.message.contains("is not on trial"))
    }

    @Test func theTrialOfAStrategyThatIsGoneCanEnd() async throws {
        let id = try await learn()
        let trial = TrialStrategies(scratch.finder)
        _ = try await trial.begin(id, surroundings: .fixed())
        let twice = try await failure { try await trial.begin(id, surroundings: .fixed()) }
        #expect(twice.message.contains("on trial already"))
        _ = try await RevertChange(.named(id.text)).run(
            scratch.finder, surroundings: .fixed(seed: 3))
        let gone = try await failure { try await trial.end(id, surroundings: .fixed()) }
        #expect(gone.message.contains("no strategy has the id"))
        #expect(try await MemoryStatus(scratch.finder).run(.fixed()).onTrial.isEmpty)
    }

    /// A task that was recalled for before the trial began, and one that is only recorded.
    @Test func onlyTasksThatTheCoinWasThrownForCount() async throws {
        let id = try await learn()
        #expect(try await scratch.recall("please refund order 1").hits.map(\.id) == [id])
        let trial = TrialStrategies(scratch.finder)
        _ = try await trial.begin(id, surroundings: .fixed())
        for task in ["please refund order 1", "please refund order 2"] {
            var request = LessonRequest(skill: "support/refunds")
            request.task = task
            request.outcome = "success"
            _ = try await RecordTrace(request).run(scratch.finder, surroundings: surroundings)
        }
        let live = try await trial.one(id, surroundings: .fixed()).strategies.first?.live
        #expect(live?.shown == 0)
        #expect(live?.masked == 0)
    }
}
