import EtudeAgents
import EtudeDomain
import EtudePractice
import EtudeRecall
import Foundation

/// Measures an agent on requests that never enter practice, each with memory and without.
struct HeldOut {
    let desk: Desk
    let agent: any Agent
    let now: Date

    /// The answers to one request.
    struct Row: Hashable {
        let item: Desk.Item
        let without: String
        let with: String
        /// The strategies that the agent followed.
        let used: [EntryID]

        /// Whether the answer with memory is right.
        var isRight: Bool { Scenario.Grader.exact(item.intent).outcome(of: with) == .success }
        /// Whether the answer without memory is right.
        var wasRight: Bool { Scenario.Grader.exact(item.intent).outcome(of: without) == .success }
    }

    /// The answers to every held-out request, with `index` as memory.
    func rows(with index: RecallIndex) async throws(Failure) -> [Row] {
        var rows: [Row] = []
        for item in desk.heldOut { rows.append(try await row(item, index)) }
        return rows
    }

    /// The outcomes for the practised skill, and for the others.
    func outcomes(of rows: [Row], practised skill: SkillPath?) -> (
        practised: PairedOutcomes, others: PairedOutcomes
    ) {
        let intents = Set(desk.intents(of: skill))
        var (practised, others) = (PairedOutcomes(), PairedOutcomes())
        for row in rows {
            if intents.contains(row.item.intent) {
                practised.count(without: row.wasRight, with: row.isRight)
            } else {
                others.count(without: row.wasRight, with: row.isRight)
            }
        }
        return (practised, others)
    }

    private func row(_ item: Desk.Item, _ index: RecallIndex) async throws(Failure) -> Row {
        do {
            let base = try await agent.answer(item.text, in: nil, with: [])
            let situation = Situation(
                terms: Terms(of: item.text), leaning: Action.normalized(base.action[...]))
            let hits = index.hits(
                for: Query(situation: situation, agent: agent.name, now: now, limits: index.limits))
            let answer =
                hits.isEmpty
                ? base
                : try await agent.answer(
                    item.text, in: nil, with: hits.map { Advice(id: $0.id, lesson: $0.lesson) })
            return Row(item: item, without: base.action, with: answer.action, used: answer.used)
        } catch {
            throw Failure(error)
        }
    }
}
