public import EtudeDomain
public import struct Foundation.Date

/// A strategy with what an index needs beside its text.
public struct IndexedStrategy: Hashable, Sendable {
    /// The strategy.
    public let strategy: Strategy
    /// The file that holds it, from the top of the memory.
    public let location: String
    /// How its advice did so far; an index keeps counts of halves up to eight million exactly.
    public var record: AdviceRecord
    /// The moment after which it is no longer recalled; nil for never.
    public let expires: Date?
    /// Whether it is handed over at all: neither retired nor superseded, and permitted.
    ///
    /// One that is not can be looked up, but is no hit and leaves no trace in the scores of others.
    public let isRecallable: Bool

    /// Describes an entry of an index, which expires at the given moment or at the strategy's own,
    /// whichever is earlier.
    public init(
        strategy: Strategy, location: String, record: AdviceRecord, expires: Date? = nil,
        isRecallable: Bool = true
    ) {
        self.strategy = strategy
        self.location = location
        self.record = record
        self.expires = [strategy.expires, expires].compactMap(\.self).min()
        self.isRecallable = isRecallable
    }
}
