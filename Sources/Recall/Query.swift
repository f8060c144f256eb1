public import EtudeDomain
public import struct Foundation.Date

/// A question to the memory about one task.
public struct Query: Hashable, Sendable {
    /// The task, and the choice at hand as far as it is known.
    public let situation: Situation
    /// Only strategies of this skill and of those above it; nil for all.
    public let skill: SkillPath?
    /// Who asks; an agent also sees its own proposals.
    public let agent: String?
    /// The moment, which ends strategies that expire.
    public let now: Date
    /// How much to hand over.
    public let limits: RecallLimits
    /// Strategies that are passed over, as though the memory did not hold them.
    public var hidden: Set<EntryID> = []

    /// Asks a question.
    public init(
        situation: Situation, skill: SkillPath? = nil, agent: String? = nil, now: Date,
        limits: RecallLimits
    ) {
        self.situation = situation
        self.skill = skill
        self.agent = agent
        self.now = now
        self.limits = limits
    }
}

/// How much may be handed over before a task.
public struct RecallLimits: Hashable, Sendable {
    /// The most strategies.
    public let strategies: Int
    /// The most characters; the first strategy is handed over whatever its length.
    public let characters: Int

    /// States the limits.
    public init(strategies: Int, characters: Int) {
        self.strategies = strategies
        self.characters = characters
    }
}
