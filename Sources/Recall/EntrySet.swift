/// A set of small numbers, one bit each.
struct EntrySet: Sendable {
    private var words: [UInt64]

    /// An empty set of numbers below `end`.
    init(below end: Int) { words = Array(repeating: 0, count: (end + 63) / 64) }

    /// Whether `number`, which is not negative, is in the set.
    func contains(_ number: Int) -> Bool {
        number / 64 < words.count && words[number / 64] >> UInt64(number % 64) & 1 != 0
    }

    /// Takes `number` in, unless it is beyond the set.
    mutating func insert(_ number: Int) {
        if number / 64 < words.count { words[number / 64] |= 1 << UInt64(number % 64) }
    }
}
