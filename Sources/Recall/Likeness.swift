import EtudeDomain

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
        floor = UInt8(min(2, words.count))
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
        var shortlist = Shortlist(limit: limit, of: index)
        for part in index.parts.indices {
            try forEachSum(in: part) { entry, sum throws(RecallError) in
                // No record makes a score as large as its sum.
                if let last = shortlist.last, Double(sum) < last.score { return }
                let place = Place(part: part, entry: entry)
                guard !except.contains(place),
                    let candidate = try index.candidate(place, scope, sum: sum)
                else { return }
                try shortlist.offer(candidate)
            }
        }
        return try shortlist.best()
    }

    /// Visits the entries of a part that share enough words, with the sum of what each word adds.
    ///
    /// Goes through the entries some thousand at a time, so that their sums stay in the processor's cache.
    private func forEachSum(
        in part: Int, _ visit: (_ entry: Int, _ sum: Float) throws(RecallError) -> Void
    ) throws(RecallError) {
        var window = SumWindow(words.map { ($0.postings[part], $0.rarity) }, in: index.parts[part])
        while try window.advance() {
            for (entry, sum) in window.sums(sharing: floor) { try visit(entry, sum) }
        }
    }
}

extension RecallIndex {
    /// How many of the base's entries that hold a stem are not there any more.
    fileprivate func correction(of hash: UInt64) throws(RecallError) -> Int {
        let size = IndexLayout.correctionSize
        guard let overlay, let place = try overlay.search(.corrections, size: size, for: hash)
        else { return 0 }
        return Int(
            clamping: try overlay.number(.corrections, place * size + 8, as: UInt64.self))
    }
}
