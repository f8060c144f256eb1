public import EtudeDomain

/// The entries of one revision, as a review looks at them.
public struct MemoryContents: Sendable {
    /// A strategy and the file that holds it.
    public struct StrategyFile: Hashable, Sendable {
        /// The strategy.
        public let strategy: Strategy
        /// The file, from the top of the memory.
        public let path: String

        /// Names the file of a strategy.
        public init(strategy: Strategy, path: String) {
            self.strategy = strategy
            self.path = path
        }
    }

    /// The operator's rules.
    public let charter: Charter
    /// The skills.
    public let taxonomy: Taxonomy
    /// The strategies, in the order of their ids.
    public let strategies: [StrategyFile]
    /// The competency snapshots.
    public let competencies: [Competency]

    /// Collects the entries of a revision.
    public init(
        charter: Charter, taxonomy: Taxonomy, strategies: [StrategyFile], competencies: [Competency]
    ) {
        self.charter = charter
        self.taxonomy = taxonomy
        self.strategies = strategies
        self.competencies = competencies
    }
}
