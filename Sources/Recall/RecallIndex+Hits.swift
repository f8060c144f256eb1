import EtudeDomain
import struct Foundation.Data

extension RecallIndex {
    /// The strategies that fit, best first: those with a cue in the task, by their record and then by
    /// the length of the cue; after them those whose words are alike.
    ///
    /// The order of two strategies with a cue in the task depends on nothing but themselves, so that
    /// taking one strategy back leaves every choice alone that it did not make.
    public func hits(for query: Query) throws(RecallError) -> [Hit] {
        let limit = query.limits.strategies
        guard limit > 0 else { return [] }
        let words = query.situation.terms.stems.map(stableHash)
        let scope = Scope(query)
        var candidates = try cueMatches(words, scope, limit: limit)
        if candidates.count < limit {
            let likeness = try Likeness(query.situation.terms, hashes: words, in: self)
            candidates += try likeness.best(
                limit - candidates.count, scope, except: Set(candidates.map(\.place)))
        }
        return try hits(of: candidates, in: query)
    }

    private func hits(of candidates: [Candidate], in query: Query) throws(RecallError) -> [Hit] {
        var hits: [Hit] = []
        var characters = 0
        for candidate in candidates {
            let part = parts[candidate.place.part]
            characters += try EntryRecord.characters(part.record(candidate.row))
            guard characters <= query.limits.characters else { break }
            hits.append(try hit(candidate, in: query))
        }
        return hits
    }

    private func hit(_ candidate: Candidate, in query: Query) throws(RecallError) -> Hit {
        let part = parts[candidate.place.part]
        let indexed = try EntryRecord.indexed(candidate.row, part.record(candidate.row))
        let lesson = indexed.strategy.lesson
        let cue = candidate.cueLength > 0 ? lesson.longestCue(in: query.situation.terms) : nil
        return Hit(
            id: indexed.strategy.id, location: indexed.location, lesson: lesson,
            record: candidate.record, cue: cue?.text, score: candidate.score)
    }
}

extension RecallIndex {
    /// The best entries with a cue in the task.
    private func cueMatches(
        _ words: [UInt64], _ scope: Scope, limit: Int
    ) throws(RecallError) -> [Candidate] {
        var shortlist = Shortlist(limit: limit, scope, of: self)
        for part in parts.indices {
            var rows = RowReader(parts[part])
            try forEachCueMatch(of: words, in: part) { entry, length, bytes throws(RecallError) in
                let (place, row) = (Place(part: part, entry: entry), try rows.row(entry, bytes))
                let found = try candidate(place, row, scope, cueLength: length)
                if let found { try shortlist.offer(found) }
            }
        }
        return try shortlist.best()
    }

    /// Visits the entries of a part with a cue among `words`, once a place where one occurs, with the
    /// number of its words and the bytes of the part.
    func forEachCueMatch(
        of words: [UInt64], in part: Int,
        _ visit: (_ entry: Int, _ length: Int, _ bytes: RawSpan) throws(RecallError) -> Void
    ) throws(RecallError) {
        let part = parts[part]
        let bytes = part.file.bytes.bytes
        for (position, word) in words.enumerated() {
            var rows = try part.rows(of: word, in: .cues)
            while let row = try part.nextRow(of: .cues, in: &rows, bytes) {
                let further = row.rest.count / 8
                guard position + further < words.count else { continue }
                let occurs = (0..<further).allSatisfy {
                    bytes.number(at: row.rest.lowerBound + 4 + $0 * 8) == words[position + 1 + $0]
                }
                if occurs { try visit(row.entry, further + 1, bytes) }
            }
        }
    }

    /// An entry as a candidate; nil where it is out of scope or replaced.
    ///
    /// The sum says how much its words are alike, and is nil where a cue decides.
    func candidate(
        _ place: Place, _ row: EntryRow, _ scope: Scope, cueLength: Int = 0, sum: Double? = nil
    ) throws(RecallError) -> Candidate? {
        if place.part == 0, replaced.contains(place.entry) { return nil }
        guard scope.admits(row) else { return nil }
        let record = try record(place, else: row.record)
        return Candidate(
            place: place, row: row, record: record, cueLength: cueLength,
            score: sum.map { $0 * record.useScore } ?? 0)
    }
}
