import EtudeDomain

/// An entry that may be handed over.
struct Candidate {
    let place: Place
    let row: EntryRow
    let record: AdviceRecord
    /// The words of its longest cue in the task; 0 where the words are merely alike.
    let cueLength: Int
    let score: Double
}

extension RecallIndex {
    /// Whether `left` is handed over before `right`; titles are compared by their bytes.
    func precedes(_ left: Candidate, _ right: Candidate) throws(RecallError) -> Bool {
        if left.score != right.score { return left.score > right.score }
        let (mine, theirs) = (left.record.useScore, right.record.useScore)
        if mine != theirs { return mine > theirs }
        if left.cueLength != right.cueLength { return left.cueLength > right.cueLength }
        if left.record.helped != right.record.helped {
            return left.record.helped > right.record.helped
        }
        if left.row.titleStart != right.row.titleStart {
            return left.row.titleStart < right.row.titleStart
        }
        if left.row.id == right.row.id { return false }
        let (title, other) = (try title(of: left), try title(of: right))
        if title.utf8.elementsEqual(other.utf8) { return left.row.id < right.row.id }
        return title.utf8.lexicographicallyPrecedes(other.utf8)
    }

    private func title(of candidate: Candidate) throws(RecallError) -> String {
        try EntryRecord.title(parts[candidate.place.part].record(candidate.row))
    }
}

/// The best of many candidates, found without sorting them all.
struct Shortlist {
    /// How many are wanted; those that follow are forgotten.
    let limit: Int
    private let index: RecallIndex
    private var candidates: [Candidate] = []
    /// The last of those that are good enough so far; nil while there are fewer than wanted.
    private(set) var last: Candidate?

    init(limit: Int, of index: RecallIndex) {
        self.limit = limit
        self.index = index
    }

    /// Takes a candidate; of several for one entry the first in order counts.
    mutating func offer(_ candidate: Candidate) throws(RecallError) {
        if let last, try !index.precedes(candidate, last) { return }
        candidates.append(candidate)
        if candidates.count / 2 > limit + 32 { try settle() }
    }

    /// Sorts the candidates and forgets those that are not wanted.
    mutating func settle() throws(RecallError) {
        do {
            try candidates.sort { try index.precedes($0, $1) }
        } catch {
            throw .damaged
        }
        var known: Set<Place> = []
        candidates = candidates.filter { known.insert($0.place).inserted }
        candidates.removeLast(max(0, candidates.count - limit))
        last = candidates.count == limit ? candidates.last : nil
    }

    /// The best, in their order.
    mutating func best() throws(RecallError) -> [Candidate] {
        try settle()
        return candidates
    }
}
