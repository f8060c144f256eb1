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

/// Among honest strategies, one that harms comes last.
@Suite struct PlantedHarmTests {
    private let desk = Desk.embedded
    private let now = Surroundings.fixed().now()

    /// Four memories, each with five plants of its own.
    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func aPlantedStrategyComesLast(seed: UInt64) async throws {
        var generator = SeededGenerator(seed: seed)
        let memory = try await practised(&generator, seed)
        let honest = await memory.strategies.filter(\.isRecallable).map(\.strategy)
        #expect(honest.count >= 150)
        for _ in 0..<5 {
            let planted = try await plant(in: memory, &generator)
            let known = await memory.known
            let harm = try known.evidence(about: planted, now: now)
            #expect(harm.verdict == .harms)
            for strategy in honest {
                let evidence = try known.evidence(about: strategy, now: now)
                #expect(evidence.precedes(harm) == true)
            }
            await memory.learn([(copy(of: planted, .retired), body: "")])
        }
    }

    /// A memory that practised all requests of the embedded desk.
    private func practised(
        _ generator: inout SeededGenerator, _ seed: UInt64
    ) async throws -> ScratchMemory {
        let agent = Apprentice(name: "apprentice", intents: desk.skills.keys)
        let memory = ScratchMemory(of: desk, agent: agent.name, admission: .gate)
        let learner = StrategyLearner(
            agent, ContrastCoach(intents: desk.skills), into: memory,
            .rehearsing(as: agent.name, seed: seed))
        var items = desk.practice
        generator.shuffle(&items)
        for item in items {
            guard let skill = desk.skills[item.intent], await learner.accepted < 200 else { break }
            _ = try await learner.practise(item, of: skill)
        }
        return memory
    }

    /// Takes in a strategy that fires on a common word and names an action that is never right there.
    private func plant(
        in memory: ScratchMemory, _ generator: inout SeededGenerator
    ) async throws -> Strategy {
        let attempts = await memory.attempts
        let words = Dictionary(grouping: attempts.flatMap { Set($0.situation.terms.stems) }) { $0 }
            .filter { entry in
                // A stem that is a word too.
                entry.value.count >= 8 && !StopWords.contains(entry.key)
                    && Terms(of: entry.key).stems == [entry.key]
            }.keys.sorted()
        let word = try #require(words.randomElement(using: &generator))
        let cue = try #require(Cue(word))
        let right = Set(attempts.filter { cue.occurs(in: $0.situation.terms) }.map(\.right))
        let wrong = desk.skills.keys.sorted().filter { !right.contains($0) }
        let action = try #require(wrong.randomElement(using: &generator))
        let lesson = Lesson(
            skill: try #require(desk.skills[action]), title: "Planted",
            when: "a request says '\(word)'", cues: [cue],
            action: try #require(Action("answer `\(action)`")), insteadOf: nil, because: "planted")
        let strategy = Strategy(
            id: EntryID(using: &generator), status: .active, lesson: lesson,
            origin: Strategy.Origin())
        await memory.learn([(strategy, body: "")])
        return strategy
    }

    private func copy(of strategy: Strategy, _ status: Strategy.Status) -> Strategy {
        Strategy(
            id: strategy.id, status: status, lesson: strategy.lesson, origin: strategy.origin)
    }
}
