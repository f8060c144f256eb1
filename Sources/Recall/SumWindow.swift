import struct Foundation.Data

/// Adds up the postings of several words, for some thousand entries at a time.
struct SumWindow {
    private let part: IndexPart
    private var postings: [Range<Int>]
    private let rarities: [Float]
    private var sums: [Float]
    private var shared: [UInt8]
    /// The entries that the sums are of.
    private var window = 0..<0

    private static let size = 8192

    /// Starts before the first entry.
    ///
    /// - Parameter words: The postings of each word in `part`, checked, and its rarity.
    init(_ words: [(postings: Range<Int>, rarity: Float)], in part: IndexPart) {
        self.part = part
        postings = words.map(\.postings)
        rarities = words.map(\.rarity)
        sums = Array(repeating: 0, count: min(Self.size, part.count))
        shared = Array(repeating: 0, count: sums.count)
    }

    /// Goes on to the next entries; false at the end.
    mutating func advance() throws(RecallError) -> Bool {
        guard window.upperBound < part.count else {
            // Postings of entries that do not exist, or that are out of order.
            guard postings.allSatisfy(\.isEmpty) else { throw .damaged }
            return false
        }
        let end = min(window.upperBound + Self.size, part.count)
        window = window.upperBound..<end
        for place in sums.indices { (sums[place], shared[place]) = (0, 0) }
        for word in postings.indices { try add(word) }
        return true
    }

    private mutating func add(_ word: Int) throws(RecallError) {
        let bytes = part.file.bytes.bytes
        let (rarity, stop) = (rarities[word], postings[word].upperBound)
        var offset = postings[word].lowerBound
        while stop - offset >= IndexLayout.postingSize {
            let entry = Int(
                UInt32(
                    littleEndian: unsafe bytes.unsafeLoadUnaligned(
                        fromByteOffset: offset, as: UInt32.self)))
            if entry >= window.upperBound { break }
            guard entry >= window.lowerBound else { throw .damaged }
            let share = Float(
                bitPattern: UInt32(
                    littleEndian: unsafe bytes.unsafeLoadUnaligned(
                        fromByteOffset: offset + 4, as: UInt32.self)))
            let place = entry - window.lowerBound
            sums[place] += rarity * share
            if shared[place] < 2 { shared[place] += 1 }
            offset += IndexLayout.postingSize
        }
        postings[word] = offset..<stop
    }

    /// The entries that share at least `floor` words, at most two, with their sums.
    func sums(sharing floor: UInt8) -> some Sequence<(Int, Float)> {
        shared.indices.lazy.filter { shared[$0] >= max(1, floor) }
            .map { (window.lowerBound + $0, sums[$0]) }
    }
}
