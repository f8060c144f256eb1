import EtudeDomain
import EtudePractice
import EtudeRecall
import EtudeStore

/// What the loop practises into: a memory in a repository, or one that lives in this process alone.
protocol PracticeMemory: Actor {
    /// What recall answers from: the strategies with their records.
    var index: RecallIndex { get }
    /// The revision that it answers for.
    var revision: String? { get }
    /// The operator's rules.
    var charter: Charter { get }
    /// The attempts whose right answer is known.
    var attempts: [Attempt] { get }

    /// The abilities of an agent, from its traces.
    func competencies(of agent: String) async throws(StoreError) -> CompetencyModel

    /// What the gate says about a lesson, where the agent's abilities are those of `model`.
    func judge(
        _ lesson: Lesson, from trace: Trace, _ model: CompetencyModel
    ) async throws(StoreError) -> Verdict

    /// Every trace, of each agent the oldest first.
    func traces() async throws(StoreError) -> [Trace]

    /// Keeps a trace, and counts it in the record of every strategy that fires on it.
    func keep(_ trace: Trace) async throws(StoreError)

    /// Marks a trace as thought about.
    func conclude(_ trace: Trace, analysis: String) async throws(StoreError)

    /// Whether nothing was learned from a trace.
    func isUnlearned(_ trace: EntryID) async throws(StoreError) -> Bool

    /// Takes strategies in, each on its own.
    func learn(_ strategies: [(Strategy, body: String)]) async throws(StoreError)

    /// Keeps drafts that the gate refused, with its reasons.
    func keepRefused(
        _ drafts: [(draft: Strategy, reasons: [String])], of agent: String
    ) async throws(StoreError)

    /// Proposes the failures at a skill that keep coming back as skills of their own; returns how many.
    func proposeSkills(below skill: SkillPath, for agent: String) async throws(StoreError) -> Int

    /// Retires the strategies of agents whose advice did more harm than good.
    func retireHarmful() async throws(StoreError) -> [EntryID]
}

extension Memory: PracticeMemory {
    func judge(
        _ lesson: Lesson, from trace: Trace, _ model: CompetencyModel
    ) async throws(StoreError) -> Verdict {
        try await judge(lesson, from: trace) { model.state(of: $0) == .mastered }
    }

    func keepRefused(
        _ drafts: [(draft: Strategy, reasons: [String])], of agent: String
    ) async throws(StoreError) {
        try await store.keepRefused(drafts, of: agent, by: surroundings.signature)
    }

    func proposeSkills(below skill: SkillPath, for agent: String) async throws(StoreError) -> Int {
        let found = FailureModes.proposals(
            from: try await traces().filter { $0.skill == skill }, taxonomy: taxonomy)
        for proposal in found {
            var transaction = Transaction(
                CommitMessage(
                    .skill, proposal.path, "propose \(proposal.title)", body: proposal.text,
                    trailers: [(.skill, proposal.path.text), (.agent, agent)]),
                by: surroundings.signature)
            try transaction.write(proposal)
            _ = try await commit(transaction)
        }
        return found.count
    }
}
