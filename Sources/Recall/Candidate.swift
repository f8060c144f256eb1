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

extension Candidate {
    /// Whether it is handed over before `other`; nil where that depends on their titles.
    fileprivate func precedes(_ other: Candidate) -> Bool? {
        if score != other.score { return score > other.score }
        let (mine, theirs) = (record.useScore, other.record.useScore)
        if mine != theirs { return mine > theirs }
        if cueLength != other.cueLength { return cueLength > other.cueLength }
        if record.helped != other.record.helped { return record.helped > other.record.helped }
        if row.titleStart != other.row.titleStart { return row.titleStart < other.row.titleStart }
        return row.id == other.row.id ? false : nil
    }
}

extension RecallIndex {
    /// Whether `left` is handed over before `right`; titles are compared by their bytes.
    fileprivate func precedes(_ left: Candidate, _ right: Candidate) throws(RecallError) -> Bool {
        if let answer = left.precedes(right) { return answer }
        let (title, other) = (try title(of: left), try title(of: right))
        if title.utf8.elementsEqual(other.utf8) { return left.row.id < right.row.id }
        return title.utf8.lexicographicallyPrecedes(other.utf8)
    }

    private func title(of candidate: Candidate) throws(RecallError) -> String {
        try EntryRecord.title(parts[candidate.place.part].record(candidate.row))
    }

    /// Whether the task holds a word or phrase that the candidate is not for.
    fileprivate func rulesOut(
        _ candidate: Candidate, in scope: Scope
    ) throws(RecallError) -> Bool {
        guard candidate.row.flags.contains(.hasUnless) else { return false }
        let unless = try EntryRecord.unless(parts[candidate.place.part].record(candidate.row))
        return scope.rulesOut(unless)
    }
}

/// The best of many candidates, found without sorting them all.
struct Shortlist {
    /// How many are wanted; those that follow are forgotten.
    let limit: Int
    private let scope: Scope
    private let index: RecallIndex
    private var candidates: [Candidate] = []
    /// The last of those that are good enough so far; nil while there are fewer than wanted.
    private(set) var last: Candidate?

    init(limit: Int, _ scope: Scope, of index: RecallIndex) {
        self.limit = limit
        self.scope = scope
        self.index = index
    }

    /// Takes a candidate; of several for one entry the first in order counts.
    mutating func offer(_ candidate: Candidate) throws(RecallError) {
        if let last, try !index.precedes(candidate, last) { return }
        // Last, because it takes reading the entry's record.
        if try index.rulesOut(candidate, in: scope) { return }
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
