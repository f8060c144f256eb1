import EtudeDomain
import struct Foundation.Data

/// How much the words of entries are like those of a task.
struct Likeness {
    private let index: RecallIndex
    private let words: [Word]
    /// How many words an entry has to share: two, or all where the task has fewer.
    private let floor: UInt8

    /// A telling word of the task.
    private struct Word {
        let rarity: Float
        /// Its postings in each part.
        let postings: [Range<Int>]
    }

    /// Looks the telling words of a task up.
    init(_ terms: Terms, hashes: [UInt64], in index: RecallIndex) throws(RecallError) {
        // In the order of the task, so that the sums are the same in every process.
        var words: [Word] = []
        var known: Set<UInt64> = []
        for (stem, hash) in zip(terms.stems, hashes)
        where !StopWords.contains(stem) && known.insert(hash).inserted {
            words.append(try Self.word(hash, in: index))
        }
        self.index = index
        self.words = words
        floor = UInt8(max(1, min(2, words.count)))
    }

    private static func word(
        _ hash: UInt64, in index: RecallIndex
    ) throws(RecallError) -> Word {
        var postings: [Range<Int>] = []
        for part in index.parts { postings.append(try part.rows(of: hash, in: .terms)) }
        let count = postings.reduce(0) { $0 + $1.count } / IndexLayout.postingSize
        let rarity = TermWeights.rarity(
            of: count - (try index.correction(of: hash)), among: index.recallableCount)
        return Word(rarity: rarity, postings: postings)
    }

    /// The best entries that share enough words.
    func best(
        _ limit: Int, _ scope: Scope, except: Set<Place>
    ) throws(RecallError) -> [Candidate] {
        var sieve = Sieve(
            index: index, scope: scope, except: except, floor: floor,
            shortlist: Shortlist(limit: limit, scope, of: index))
        for (number, part) in index.parts.enumerated() {
            var rows = RowReader(part)
            // Some thousand entries at a time, so that their sums stay in the processor's cache.
            var window = SumWindow(words.map { ($0.postings[number], $0.rarity) }, in: part)
            while try window.advance() { try sieve.take(window, of: number, &rows) }
        }
        return try sieve.shortlist.best()
    }
}

/// Keeps the best of the entries that share enough words.
private struct Sieve {
    let index: RecallIndex
    let scope: Scope
    let except: Set<Place>
    let floor: UInt8
    var shortlist: Shortlist

    /// Looks at the entries of a window of a part.
    mutating func take(
        _ window: SumWindow, of part: Int, _ rows: inout RowReader
    ) throws(RecallError) {
        let (sums, shared) = (window.sums.span, window.shared.span)
        let bytes = index.parts[part].file.bytes.bytes
        var least = shortlist.last?.score ?? 0
        for number in 0..<window.entries.count where shared[number] >= floor {
            // A score is the sum times something below one.
            let sum = Double(sums[number])
            if sum < least { continue }
            let place = Place(part: part, entry: window.entries.lowerBound + number)
            let row = try rows.row(place.entry, bytes)
            let record = try index.record(place, else: row.record)
            if sum * record.useScore < least || except.contains(place) { continue }
            guard let found = try index.candidate(place, row, scope, sum: sum) else { continue }
            try shortlist.offer(found)
            least = shortlist.last?.score ?? 0
        }
    }
}

extension RecallIndex {
    /// How many of the base's entries that hold a stem are not there any more.
    fileprivate func correction(of hash: UInt64) throws(RecallError) -> Int {
        let size = IndexLayout.correctionSize
        guard let overlay, let place = try overlay.search(.corrections, size: size, for: hash)
        else { return 0 }
        let count: UInt64 = try overlay.number(.corrections, place * size + 8)
        return Int(UInt32(clamping: count))
    }
}
