import EtudeAgents
import EtudeDomain
import EtudeRecall
import Foundation

extension PracticeLoop {
    /// The most actions that a trace names of those an agent weighed.
    private static let consideredLimit = 5

    /// What the agent chose, and from what.
    struct Choice {
        let answer: Answer
        let base: Answer?
        let hits: [Hit]
    }

    /// Recalls and acts; keeps nothing.
    func choose(_ scenario: Scenario, recallingIn skill: SkillPath?) async throws(Failure) -> Choice
    {
        let base = agent.rehearses ? try await answer(scenario.task, in: skill, with: []) : nil
        guard let memory else {
            let answer =
                if let base { base } else { try await answer(scenario.task, in: skill, with: []) }
            return Choice(answer: answer, base: base, hits: [])
        }
        let situation = Situation(
            terms: Terms(of: scenario.task), leaning: base.map { Action.normalized($0.action[...]) }
        )
        let index = await memory.index
        let hits = try index.wordedHits(
            for: Query(
                situation: situation, skill: skill, agent: agent.name, now: surroundings.now(),
                limits: index.limits))
        if hits.isEmpty, let base { return Choice(answer: base, base: base, hits: []) }
        let advice = hits.map { Advice(id: $0.id, lesson: $0.lesson) }
        let answer = try await answer(scenario.task, in: skill, with: advice)
        return Choice(answer: answer, base: base, hits: hits)
    }

    private func answer(
        _ task: String, in skill: SkillPath?, with advice: [Advice]
    ) async throws(Failure) -> Answer {
        do throws(AgentError) {
            return try await agent.answer(task, in: skill, with: advice)
        } catch {
            throw Failure(error)
        }
    }

    /// The record of a performance.
    func trace(
        of scenario: Scenario, _ performance: Performance, outcome: Trace.Outcome, started: Date
    ) -> Trace {
        let (answer, base) = (performance.answer, performance.base)
        let (taken, right) = (
            TraceText.name(answer.action), scenario.grader.right.map(TraceText.name)
        )
        return Trace(
            id: surroundings.newID(), skill: scenario.skill, agent: agent.name,
            task: TraceText.kept(scenario.task),
            outcome: outcome, difficulty: scenario.difficulty, memory: performance.memory,
            recalled: performance.hits.map(\.id), used: answer.used,
            baseOutcome: base.flatMap { scenario.grader.outcome(of: $0.action) }, started: started,
            ended: surroundings.now(),
            choice: Trace.Choice(
                leaning: base.map { Action.normalized(TraceText.name($0.action)[...]) },
                considered: (base?.considered ?? []).prefix(Self.consideredLimit)
                    .map(TraceText.name),
                answer: taken, right: right),
            steps: [step(answer: taken, outcome: outcome, right: right)], decision: 1,
            evaluation: outcome == .failure ? .pending : .none)
    }

    private func step(answer: String, outcome: Trace.Outcome, right: String?) -> Trace.Step {
        let happened =
            switch (outcome, right) {
            case (.success, _): "that was right"
            case (.failure, let right?): "the request was about `\(right)`"
            case (.failure, nil): "that was not right"
            }
        return Trace.Step(
            did: "answered `\(answer)`", expected: "the request is about `\(answer)`",
            happened: happened)
    }
}
