import EtudeAgents
import EtudeDomain
import EtudeRecall
import Foundation

extension PracticeLoop {
    /// The most actions that a trace names of those an agent weighed.
    private static let consideredLimit = 5

    /// Recalls and acts; keeps nothing.
    func choose(
        _ scenario: Scenario, recallingIn skill: SkillPath?
    ) async throws(Failure) -> RecallingAgent.Choice {
        let recalling = RecallingAgent(agent: agent, now: surroundings.now())
        let base = agent.rehearses ? try await recalling.base(of: scenario.task, in: skill) : nil
        if let memory {
            return try await recalling.choice(
                about: scenario.task, in: skill, base: base, from: await memory.index)
        }
        let answer =
            if let base { base } else { try await recalling.base(of: scenario.task, in: skill) }
        return RecallingAgent.Choice(answer: answer, base: base, hits: [])
    }

    /// Whether what the agent chose is right, and what it would have done without memory; nil where
    /// that was not tried.
    func judge(
        _ choice: RecallingAgent.Choice, of scenario: Scenario
    ) async throws(Failure) -> (outcome: Trace.Outcome, base: Trace.Outcome?) {
        let outcome = try await scenario.grader.judge(choice.answer.action)
        guard let base = choice.base else { return (outcome, nil) }
        if base.action == choice.answer.action { return (outcome, outcome) }
        return (outcome, try await scenario.grader.judge(base.action))
    }

    /// The record of a performance.
    func trace(
        of scenario: Scenario, _ performance: Performance, started: Date
    ) -> Trace {
        let (answer, base, outcome) = (performance.answer, performance.base, performance.outcome)
        let (taken, right) = (
            TraceText.name(answer.action), scenario.grader.right.map(TraceText.name)
        )
        return Trace(
            id: surroundings.newID(), skill: scenario.skill, agent: agent.name,
            task: TraceText.kept(scenario.task),
            outcome: outcome, difficulty: scenario.difficulty, memory: performance.memory,
            recalled: performance.hits.map(\.id), used: answer.used,
            baseOutcome: performance.baseOutcome, started: started, ended: surroundings.now(),
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
