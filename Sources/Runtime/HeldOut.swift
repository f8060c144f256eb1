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

    /// How many requests are answered side by side: programs spend most of their time waiting.
    static let atOnce = 4

    /// The answers to every held-out request in the desk's order, with `index` as memory.
    ///
    /// `progress` is told after each how many are answered.
    func rows(
        with index: RecallIndex, progress: (Int) -> Void = { _ in }
    ) async throws(Failure) -> [Row] {
        var outcomes: [Int: Result<Row, Failure>] = [:]
        await withTaskGroup(of: (Int, Result<Row, Failure>).self) { group in
            for (number, item) in desk.heldOut.enumerated() where !Task.isCancelled {
                if number >= Self.atOnce, let (answered, outcome) = await group.next() {
                    outcomes[answered] = outcome
                    progress(outcomes.count)
                    if case .failure = outcome { break }
                }
                group.addTask { (number, await outcome(item, index)) }
            }
            for await (answered, outcome) in group {
                outcomes[answered] = outcome
                progress(outcomes.count)
            }
        }
        try Failure.throwIfCancelled()
        var rows: [Row] = []
        for number in outcomes.keys.sorted() {
            if let outcome = outcomes[number] { rows.append(try outcome.get()) }
        }
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

    private func outcome(_ item: Desk.Item, _ index: RecallIndex) async -> Result<Row, Failure> {
        let agent = RecallingAgent(agent: agent, now: now)
        do throws(Failure) {
            let base = try await agent.base(of: item.text)
            let choice = try await agent.choice(about: item.text, base: base, from: index)
            return .success(
                Row(
                    item: item, without: base.action, with: choice.answer.action,
                    used: choice.answer.used))
        } catch {
            return .failure(error)
        }
    }
}
