import EtudeAgents
import EtudeDomain
import EtudeRecall
import struct Foundation.Date

/// An agent that recalls before it acts.
struct RecallingAgent {
    let agent: any Agent
    let now: Date

    /// What it chose, and from what.
    struct Choice {
        let answer: Answer
        /// What it would have done without memory; nil when that was not tried.
        let base: Answer?
        /// The strategies handed over.
        let hits: [Hit]
    }

    /// What it does without memory.
    func base(of task: String, in skill: SkillPath? = nil) async throws(Failure) -> Answer {
        try await answer(task, in: skill, with: [])
    }

    /// What it does with `index` as memory, where `base` is what it leans to; keeps nothing.
    func choice(
        about task: String, in skill: SkillPath? = nil, base: Answer?, from index: RecallIndex
    ) async throws(Failure) -> Choice {
        let situation = Situation(
            terms: Terms(of: task), leaning: base.map { Action.normalized($0.action[...]) })
        let hits = try index.wordedHits(
            for: Query(
                situation: situation, skill: skill, agent: agent.name, now: now,
                limits: index.limits))
        if hits.isEmpty, let base { return Choice(answer: base, base: base, hits: []) }
        let advice = hits.map { Advice(id: $0.id, lesson: $0.lesson) }
        return Choice(
            answer: try await answer(task, in: skill, with: advice), base: base, hits: hits)
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
}
