@testable import EtudeRuntime
import EtudeAgents
import EtudeDomain
import EtudePractice
import EtudeRecall
import Testing

/// A memory that practised on the embedded desk until 200 strategies were in use; made once a seed, for
/// all tests.
actor PractisedDesk {
    struct Result: Sendable {
        /// What it learned and did not retire.
        let honest: [Strategy]
        /// What it tried.
        let traces: [Trace]

        /// A memory of its own with all of that.
        func memory() async -> ScratchMemory {
            let memory = ScratchMemory(of: desk, agent: "apprentice", admission: .open)
            await memory.learn(honest.map { ($0, body: "") })
            for trace in traces { await memory.keep(trace) }
            return memory
        }

        var attempts: [Attempt] { traces.compactMap(Attempt.init) }
    }

    static let shared = PractisedDesk()
    static let count = 200
    private static let desk = Desk.embedded
    private var known: [UInt64: Task<Result, any Error>] = [:]

    /// What practice with this seed came to.
    func result(seed: UInt64) async throws -> Result {
        if let task = known[seed] { return try await task.value }
        let task = Task { try await Self.practise(seed) }
        known[seed] = task
        return try await task.value
    }

    private static func practise(_ seed: UInt64) async throws -> Result {
        let agent = Apprentice(name: "apprentice", intents: desk.skills.keys)
        let memory = ScratchMemory(of: desk, agent: agent.name, admission: .gate)
        let learner = StrategyLearner(
            agent, ContrastCoach(intents: desk.skills), into: memory,
            .rehearsing(as: agent.name, seed: seed))
        var generator = SeededGenerator(seed: seed)
        var items = desk.practice
        generator.shuffle(&items)
        for item in items {
            let inUse = await learner.accepted < count ? [] : await inUse(memory)
            if inUse.count >= count { break }
            let skill = try #require(desk.skills[item.intent])
            _ = try await learner.practise(item, of: skill)
        }
        return Result(
            honest: Array(await inUse(memory).prefix(count)), traces: await memory.traces())
    }

    private static func inUse(_ memory: ScratchMemory) async -> [Strategy] {
        await memory.strategies.filter(\.isRecallable).map(\.strategy)
    }

    /// A strategy that fires on a common word and names an action that is never right there.
    static func plant(
        among attempts: [Attempt], _ generator: inout SeededGenerator
    ) throws -> Strategy {
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
        return Strategy(
            id: EntryID(using: &generator), status: .active, lesson: lesson,
            origin: Strategy.Origin())
    }
}
