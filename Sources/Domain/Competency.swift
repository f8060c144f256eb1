public import struct Foundation.Date

/// The estimate of an agent's ability at a skill, as a snapshot states it.
public struct Competency: Hashable, Sendable {
    /// Where an ability stands against the charter's thresholds.
    public enum State: String, Hashable, Sendable, CaseIterable {
        /// Too few attempts to tell.
        case unknown
        /// Under the threshold.
        case below
        /// Over the threshold.
        case able
        /// Over the mark for mastery even at the lower end of the band.
        case mastered
    }

    /// What the spaced-repetition scheduler remembers of a skill.
    public struct Retention: Hashable, Sendable {
        /// Practice units until the chance of success falls to 0.9.
        public let stability: Double
        /// How hard the skill is to keep, 1 to 10.
        public let difficulty: Double
        /// The practice unit at which it is due.
        public let due: Int

        /// States a skill's retention.
        public init(stability: Double, difficulty: Double, due: Int) {
            self.stability = stability
            self.difficulty = difficulty
            self.due = due
        }
    }

    /// The skill.
    public let skill: SkillPath
    /// Whose ability it is.
    public let agent: String
    /// Attempts counted.
    public let attempts: Int
    /// Successes among them.
    public let successes: Int
    /// The mean ability, in logits.
    public let ability: Double
    /// The standard deviation of the ability, in logits.
    public let uncertainty: Double
    /// The chance of success at difficulty 0, 0 to 1.
    public let competence: Double
    /// The lower end of the 90 % band, 0 to 1.
    public let low: Double
    /// The upper end of the 90 % band, 0 to 1.
    public let high: Double
    /// Where it stands.
    public let state: State
    /// The scheduler's memory of it; nil until it was mastered.
    public let retention: Retention?
    /// The tip of the traces that are counted.
    public let traces: String?
    /// The revision of the memory that it is stated for.
    public let memory: String?
    /// When it was stated.
    public let updated: Date

    /// States a competency.
    public init(
        skill: SkillPath, agent: String, attempts: Int, successes: Int, ability: Double,
        uncertainty: Double, competence: Double, low: Double, high: Double, state: State,
        retention: Retention?, traces: String?, memory: String?, updated: Date
    ) {
        self.skill = skill
        self.agent = agent
        self.attempts = attempts
        self.successes = successes
        self.ability = ability
        self.uncertainty = uncertainty
        self.competence = competence
        self.low = low
        self.high = high
        self.state = state
        self.retention = retention
        self.traces = traces
        self.memory = memory
        self.updated = updated
    }

    /// The same estimate, stated for another revision at another time.
    public func stated(for memory: String?, updated: Date) -> Competency {
        Competency(
            skill: skill, agent: agent, attempts: attempts, successes: successes, ability: ability,
            uncertainty: uncertainty, competence: competence, low: low, high: high, state: state,
            retention: retention, traces: traces, memory: memory, updated: updated)
    }
}
