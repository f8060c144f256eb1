public import EtudeDomain

/// How able one agent is at each skill, folded up from its traces.
///
/// Derived: the same traces in the same order always give the same numbers. Time is counted in
/// practice units: a unit is one attempt of this agent, whatever the skill.
public struct CompetencyModel: Hashable, Sendable {
    /// Whose ability it is.
    public let agent: String
    /// The practice units so far; the number of traces counted.
    public private(set) var units = 0

    let charter: Charter
    let taxonomy: Taxonomy
    private(set) var tallies: [SkillPath: SkillTally] = [:]
    private var strategiesSeen: Set<EntryID> = []

    /// Starts without any evidence.
    public init(agent: String, charter: Charter, taxonomy: Taxonomy) {
        self.agent = agent
        self.charter = charter
        self.taxonomy = taxonomy
    }

    /// Folds up `traces`, which are in the order in which they were made.
    public init(
        agent: String, charter: Charter, taxonomy: Taxonomy, traces: some Sequence<Trace>
    ) {
        self.init(agent: agent, charter: charter, taxonomy: taxonomy)
        for trace in traces { count(trace) }
    }

    /// Counts the next attempt; one of a skill that has moved counts where the skill is today.
    ///
    /// A skill tried for the first time starts from what is believed of the skills around it.
    public mutating func count(_ trace: Trace) {
        let skill = taxonomy[trace.skill]?.path ?? trace.skill
        var tally = tallies[skill] ?? SkillTally(startingFrom: belief(of: skill))
        tally.count(
            trace, unit: units, thanksToNewStrategy: isThanksToNewStrategy(trace),
            thresholds: thresholds(of: skill))
        tallies[skill] = tally
        strategiesSeen.formUnion(trace.used)
        units += 1
    }

    /// Whether the attempt succeeded by strategies used for the first time, where base alone fails.
    private func isThanksToNewStrategy(_ trace: Trace) -> Bool {
        let isNew = !strategiesSeen.isSuperset(of: trace.used)
        guard trace.outcome == .success, isNew else { return false }
        return Attempt(trace).map { !$0.baseSucceeded } ?? (trace.baseOutcome != .success)
    }

    func thresholds(of skill: SkillPath) -> Thresholds {
        Thresholds(of: taxonomy[skill], under: charter)
    }
}
