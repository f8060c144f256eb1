public import EtudeDomain

/// What the gate needs of a memory, in this process.
public struct KnownMemory: GateSource {
    private let strategies: StrategyIndex
    private let attempts: AttemptIndex

    /// Sorts strategies and attempts by their words; cost linear in both.
    public init(strategies: [Strategy], attempts: [Attempt]) {
        self.strategies = StrategyIndex(strategies)
        self.attempts = AttemptIndex(attempts)
    }

    /// The strategies with a cue whose first stem is one of `stems`, but those of some skills, in their
    /// order.
    public func strategies(
        withCueBeginningWith stems: Set<String>, except skills: Set<SkillPath>
    ) -> [Strategy] {
        strategies.strategies(withCueBeginningWith: stems, except: skills)
    }

    /// The strategies without cues, in their order.
    public func strategiesWithoutCues() -> [Strategy] { strategies.strategiesWithoutCues() }

    /// The attempts where a lesson fires, in their order.
    public func attempts(firing lesson: Lesson) -> [Attempt] { attempts.hits(of: lesson) }
}
