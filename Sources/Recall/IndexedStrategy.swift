public import EtudeDomain

/// A strategy with what an index needs beside its text.
public struct IndexedStrategy: Hashable, Sendable {
    /// The strategy.
    public let strategy: Strategy
    /// How its advice did so far.
    public let record: AdviceRecord
    /// The file that holds it, from the top of the memory.
    public let location: String

    /// Describes an entry of an index.
    public init(strategy: Strategy, record: AdviceRecord, location: String) {
        self.strategy = strategy
        self.record = record
        self.location = location
    }
}
