public import EtudeDomain
public import struct Foundation.Date

/// A strategy with what an index needs beside its text.
///
/// Its words are taken apart once, when it is made; keep it to build several indexes from it.
public struct IndexedStrategy: Hashable, Sendable {
    /// The strategy.
    public let strategy: Strategy
    /// The file that holds it, from the top of the memory.
    public let location: String
    /// How its advice did so far.
    public var record: AdviceRecord
    /// The moment after which it is no longer recalled; nil for never.
    public let expires: Date?
    /// The words of its fields, in the order of ``TermWeights``.
    let fields: [Terms]

    /// Describes an entry of an index.
    public init(strategy: Strategy, location: String, record: AdviceRecord, expires: Date? = nil) {
        self.strategy = strategy
        self.location = location
        self.record = record
        self.expires = [strategy.expires, expires].compactMap(\.self).min()
        fields = TermWeights.fields(of: strategy.lesson)
    }
}
