import struct Foundation.Data

/// Adds up the postings of several words, for some thousand entries at a time.
struct SumWindow {
    private let part: IndexPart
    private var postings: [Range<Int>]
    private let rarities: [Float]
    /// The entries that the sums are of; none before the first.
    private(set) var entries = 0..<0
    /// What the words add to each entry.
    private(set) var sums: [Float]
    /// How many words each entry shares; two stands for more.
    private(set) var shared: [UInt8]

    private static let size = 8192

    /// Starts before the first entry; the postings of each word in `part` have been checked.
    init(_ words: [(postings: Range<Int>, rarity: Float)], in part: IndexPart) {
        self.part = part
        postings = words.map(\.postings)
        rarities = words.map(\.rarity)
        sums = Array(repeating: 0, count: min(Self.size, part.count))
        shared = Array(repeating: 0, count: sums.count)
    }

    /// Goes on to the next entries; false at the end.
    mutating func advance() throws(RecallError) -> Bool {
        guard entries.upperBound < part.count else {
            // Postings of entries that do not exist.
            guard postings.allSatisfy(\.isEmpty) else { throw .damaged }
            return false
        }
        entries = entries.upperBound..<min(entries.upperBound + Self.size, part.count)
        for number in sums.indices { sums[number] = 0 }
        for number in shared.indices { shared[number] = 0 }
        for word in postings.indices {
            let (rows, rarity) = (postings[word], rarities[word])
            let rest = try part.addUp(rows, rarity, of: entries, &sums, &shared)
            postings[word] = rest..<rows.upperBound
        }
        return true
    }
}

extension IndexPart {
    /// Adds the postings of `entries`, which `postings` begins with, and returns where the others begin.
    fileprivate func addUp(
        _ postings: Range<Int>, _ rarity: Float, of entries: Range<Int>, _ sums: inout [Float],
        _ shared: inout [UInt8]
    ) throws(RecallError) -> Int {
        let bytes = file.bytes.bytes
        var sums = sums.mutableSpan
        var shared = shared.mutableSpan
        var offset = postings.lowerBound
        while postings.upperBound - offset >= IndexLayout.postingSize {
            let posting = UInt64(
                littleEndian: unsafe bytes.unsafeLoadUnaligned(
                    fromByteOffset: offset, as: UInt64.self))
            let number = Int(UInt32(truncatingIfNeeded: posting)) - entries.lowerBound
            if number >= entries.count { break }
            // Out of order.
            guard number >= 0 else { throw .damaged }
            sums[number] += rarity * Float(bitPattern: UInt32(truncatingIfNeeded: posting >> 32))
            if shared[number] < 2 { shared[number] += 1 }
            offset += IndexLayout.postingSize
        }
        return offset
    }
}
