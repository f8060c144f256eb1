/// Goes round the strata of a bank of items, so that none is practised more than the others.
///
/// A stratum is a part of a skill, such as one intent. Within a stratum items keep their order, and
/// strata take turns in the order in which they first occur: shuffle the bank to shuffle both.
public struct Strata: Sequence, IteratorProtocol, Hashable, Sendable {
    private var turns: ArraySlice<Int>

    /// Arranges a bank of items; cost is linear in their number.
    public init(_ bank: some Sequence<(stratum: String, item: Int)>) {
        var names: [String] = []
        var items: [String: [Int]] = [:]
        for (stratum, item) in bank {
            if items[stratum] == nil { names.append(stratum) }
            items[stratum, default: []].append(item)
        }
        turns = Self.roundRobin(over: names.compactMap { items[$0] })[...]
    }

    /// The next item; nil after the last.
    public mutating func next() -> Int? { turns.popFirst() }

    private static func roundRobin(over strata: [[Int]]) -> [Int] {
        var turns: [Int] = []
        var left = strata.map { $0[...] }
        while !left.isEmpty {
            turns += left.compactMap(\.first)
            left = left.map { $0.dropFirst() }.filter { !$0.isEmpty }
        }
        return turns
    }
}
