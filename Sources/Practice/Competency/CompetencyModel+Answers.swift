public import EtudeDomain
public import struct Foundation.Date

extension CompetencyModel {
    /// States the ability at `skill`, which need not have been tried.
    ///
    /// Attempts and successes include those of the skills below; retention is the skill's own.
    ///
    /// - Parameters:
    ///   - skill: Any skill of the taxonomy.
    ///   - traces: The tip of the traces that are counted.
    ///   - memory: The revision of the memory that it is stated for.
    ///   - updated: The moment of stating it.
    /// - Returns: What a snapshot states.
    public func competency(
        of skill: SkillPath, traces: String? = nil, memory: String? = nil, updated: Date
    ) -> Competency {
        let belief = belief(of: skill)
        let counted = talliesBelow(skill).map(\.1) + [tallies[skill]].compactMap(\.self)
        return Competency(
            skill: skill, agent: agent, attempts: counted.reduce(0) { $0 + $1.attempts },
            successes: counted.reduce(0) { $0 + $1.successes }, ability: belief.mean,
            uncertainty: belief.deviation, competence: belief.competence, low: belief.low,
            high: belief.high, state: state(of: skill), retention: retention(of: skill),
            traces: traces, memory: memory, updated: updated)
    }

    /// Where the agent stands at `skill`; unknown while it was tried neither itself nor below.
    public func state(of skill: SkillPath) -> Competency.State {
        guard let belief = evidence(at: skill) else { return .unknown }
        let thresholds = thresholds(of: skill)
        return belief.state(threshold: thresholds.threshold, mastered: thresholds.mastered)
    }

    /// The latest twenty outcomes at `skill` itself, oldest first.
    public func outcomes(of skill: SkillPath) -> [Trace.Outcome] { tallies[skill]?.outcomes ?? [] }

    /// The practice unit of the last attempt at `skill` itself; nil when it was never tried.
    public func lastUnit(of skill: SkillPath) -> Int? { tallies[skill]?.lastUnit }

    /// The skills that were tried themselves, a skill before those below it.
    public var skillsTried: [SkillPath] { tallies.keys.sorted() }

    private func retention(of skill: SkillPath) -> Competency.Retention? {
        guard let tally = tallies[skill], let retention = tally.retention, let last = tally.lastUnit
        else { return nil }
        return Competency.Retention(
            stability: retention.stability, difficulty: retention.difficulty,
            due: last + retention.interval(untilChance: RetentionModel.targetChance))
    }
}
