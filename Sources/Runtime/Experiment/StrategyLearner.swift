import EtudeAgents
import EtudeDomain
import EtudeRecall
import Foundation

/// Learns strategies in the product's own loop, into a memory of its own.
struct StrategyLearner: Learner {
    private let agent: any Agent
    private let memory: ScratchMemory
    private let loop: PracticeLoop
    private let surroundings: Surroundings
    /// What the cues are shuffled by before it answers; nil for not at all.
    private let placebo: UInt64?

    init(
        _ agent: any Agent, _ coach: any Coach, into memory: ScratchMemory,
        _ surroundings: Surroundings, placebo: UInt64? = nil
    ) {
        self.agent = agent
        self.memory = memory
        self.surroundings = surroundings
        self.placebo = placebo
        loop = PracticeLoop(agent, coach, into: memory, surroundings)
    }

    func practise(
        _ item: Desk.Item, of skill: SkillPath
    ) async throws(Failure) -> (without: Bool, with: Bool) {
        let scenario = Scenario(
            id: surroundings.newID(), title: item.intent, skill: skill, difficulty: 0, source: nil,
            grader: .exact(item.intent), task: item.text)
        try Failure.throwIfCancelled()
        let performance = try await loop.perform(scenario)
        await loop.settle()
        if let trouble = await loop.troubles.first { throw trouble }
        let without = performance.base.flatMap { scenario.grader.outcome(of: $0.action) }
        return (without == .success, performance.outcome == .success)
    }

    func answers(to probes: [Probe]) async throws(Failure) -> [String] {
        try await loop.retireHarmful()
        let (index, lessons) = try await advice()
        var answers: [String] = []
        for probe in probes {
            try Failure.throwIfCancelled()
            answers.append(try await answer(probe, index, lessons))
        }
        return answers
    }

    var accepted: Int { get async { await loop.tally.accepted } }

    /// The strategies that it took in and retired.
    var commits: Int {
        get async {
            let tally = await loop.tally
            return tally.accepted + tally.retired
        }
    }

    private func answer(
        _ probe: Probe, _ index: RecallIndex, _ lessons: [Lesson]
    ) async throws(Failure) -> String {
        guard lessons.contains(where: { agent.heeds($0, in: probe.situation) }) else {
            return probe.base
        }
        let hits = try index.wordedHits(
            for: Query(
                situation: probe.situation, agent: agent.name, now: surroundings.now(),
                limits: index.limits))
        let advice = hits.map { Advice(id: $0.id, lesson: $0.lesson) }
        guard advice.contains(where: { agent.heeds($0.lesson, in: probe.situation) }) else {
            return probe.base
        }
        do throws(AgentError) {
            return try await agent.answer(probe.item.text, in: nil, with: advice).action
        } catch {
            throw Failure(error)
        }
    }

    /// What it answers from: an index, and the lessons in it that can be recalled.
    private func advice() async throws(Failure) -> (RecallIndex, [Lesson]) {
        let index = await memory.index
        let recallable = await memory.strategies.filter(\.isRecallable)
        guard let placebo else { return (index, recallable.map(\.strategy.lesson)) }
        var generator = SeededGenerator(seed: placebo)
        var cues = recallable.map(\.strategy.lesson.cues)
        generator.shuffle(&cues)
        let shuffled = zip(recallable, cues).map { $0.cued($1) }
        return (
            RecallIndex(of: shuffled, revision: index.revision, limits: index.limits),
            shuffled.map(\.strategy.lesson)
        )
    }
}

extension IndexedStrategy {
    /// The same strategy, which comes up by other cues.
    fileprivate func cued(_ cues: [Cue]) -> IndexedStrategy {
        let lesson = strategy.lesson
        let copy = Lesson(
            skill: lesson.skill, title: lesson.title, when: lesson.when, cues: cues,
            unless: lesson.unless, action: lesson.action, insteadOf: lesson.insteadOf,
            because: lesson.because)
        return IndexedStrategy(
            strategy: Strategy(
                id: strategy.id, status: strategy.status, lesson: copy, origin: strategy.origin),
            location: location, record: record)
    }
}
