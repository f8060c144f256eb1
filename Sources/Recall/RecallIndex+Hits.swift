import EtudeDomain
import Foundation

extension RecallIndex {
    /// The strategies that fit, best first: those with a cue in the task, by their record and then by
    /// the length of the cue; after them those whose words are alike.
    ///
    /// The order of two strategies with a cue in the task depends on nothing but themselves, so that
    /// taking one strategy back leaves every choice alone that it did not make.
    public func hits(for query: Query) -> [Hit] {
        let words = query.situation.terms.stems.map(stableHash)
        let scope = Scope(query)
        var candidates = cueMatches(words, scope).sorted(by: Candidate.precedes)
        if candidates.count < query.limits.strategies {
            let named = Set(candidates.map(\.entry))
            candidates += likeMatches(words, query.situation.terms, scope)
                .filter { !named.contains($0.entry) }.sorted(by: Candidate.precedes)
        }
        return hits(of: candidates, in: query)
    }

    private func hits(of candidates: [Candidate], in query: Query) -> [Hit] {
        var hits: [Hit] = []
        var characters = 0
        for candidate in candidates where hits.count < query.limits.strategies {
            let row = candidate.entry * IndexLayout.Row.size
            characters += Int(number(.entries, row + IndexLayout.Row.characters, as: UInt32.self))
            guard characters <= query.limits.characters else { break }
            guard let hit = hit(candidate, in: query) else { continue }
            hits.append(hit)
        }
        return hits
    }

    private func hit(_ candidate: Candidate, in query: Query) -> Hit? {
        let texts = texts(of: candidate.entry)
        guard let id = EntryID(texts[0]), let skill = SkillPath(texts[2]),
            let action = Action(texts[5])
        else { return nil }
        let lesson = Lesson(
            skill: skill, title: texts[3], when: texts[4], cues: texts[8...].compactMap(Cue.init),
            action: action, insteadOf: Action(texts[6]), because: texts[7])
        let cue = candidate.cueLength > 0 ? lesson.longestCue(in: query.situation.terms) : nil
        return Hit(
            id: id, location: texts[1], lesson: lesson, record: candidate.record, cue: cue?.text,
            score: candidate.score)
    }

    private func cueMatches(_ words: [UInt64], _ scope: Scope) -> [Candidate] {
        var longest: [Int: Int] = [:]
        for (position, word) in words.enumerated() {
            for row in rows(of: word, in: .cues, upTo: .cueRows) {
                let offset = row * IndexLayout.cueRowSize
                let entry = Int(number(.cueRows, offset, as: UInt32.self))
                let length = Int(number(.cueRows, offset + 4, as: UInt32.self))
                guard length > longest[entry, default: 0], position + length <= words.count else {
                    continue
                }
                let first = Int(number(.cueRows, offset + 8, as: UInt32.self))
                let occurs = (0..<length).allSatisfy {
                    number(.words, (first + $0) * IndexLayout.wordSize) == words[position + $0]
                }
                if occurs, admits(entry, scope) { longest[entry] = length }
            }
        }
        return longest.map { Candidate(entry: $0, cueLength: $1, score: 0, record: record(of: $0)) }
    }

    /// Entries that share enough telling words with the task: two, or all where it has fewer.
    private func likeMatches(_ words: [UInt64], _ terms: Terms, _ scope: Scope) -> [Candidate] {
        // In the order of the task, so that the sums are the same in every process.
        var (telling, known): ([UInt64], Set<UInt64>) = ([], [])
        for (stem, hash) in zip(terms.stems, words)
        where !StopWords.contains(stem) && known.insert(hash).inserted {
            telling.append(hash)
        }
        var scores: [Int: (sum: Float, shared: Int)] = [:]
        for word in telling {
            for row in rows(of: word, in: .terms, upTo: .postings) {
                let offset = row * IndexLayout.postingSize
                let entry = Int(number(.postings, offset, as: UInt32.self))
                let impact = Float(bitPattern: number(.postings, offset + 4))
                let score = scores[entry, default: (0, 0)]
                scores[entry] = (score.sum + impact, score.shared + 1)
            }
        }
        let floor = min(2, telling.count)
        return scores.compactMap { entry, score in
            guard score.shared >= floor, admits(entry, scope) else { return nil }
            let record = record(of: entry)
            return Candidate(
                entry: entry, cueLength: 0, score: Double(score.sum) * record.useScore,
                record: record)
        }
    }

    private func admits(_ entry: Int, _ scope: Scope) -> Bool {
        let row = entry * IndexLayout.Row.size
        let flags: UInt32 = number(.entries, row + IndexLayout.Row.flags)
        if flags & IndexLayout.Flag.proposed != 0 {
            guard scope.agent == number(.entries, row + IndexLayout.Row.agent) else { return false }
        }
        if let skills = scope.skills {
            guard skills.contains(number(.entries, row + IndexLayout.Row.skill)) else {
                return false
            }
        }
        if let leaning = scope.leaning, flags & IndexLayout.Flag.hasRejected != 0 {
            guard leaning == number(.entries, row + IndexLayout.Row.rejected) else { return false }
        }
        let expires = Double(bitPattern: number(.entries, row + IndexLayout.Row.expires))
        return scope.now < expires
    }
}

/// What a query asks of every entry, in the form in which an index compares it.
private struct Scope {
    let skills: Set<UInt64>?
    let agent: UInt64?
    let leaning: UInt64?
    let now: Double

    init(_ query: Query) {
        skills = query.skill.map { Set(([$0] + $0.ancestors).map { stableHash($0.text) }) }
        agent = query.agent.flatMap { $0.isEmpty ? nil : stableHash($0) }
        leaning = query.situation.leaning.map(stableHash)
        now = query.now.timeIntervalSince1970
    }
}

/// An entry that may be handed over.
private struct Candidate {
    let entry: Int
    let cueLength: Int
    let score: Double
    let record: AdviceRecord

    static func precedes(_ left: Candidate, _ right: Candidate) -> Bool {
        if left.score != right.score { return left.score > right.score }
        let (mine, theirs) = (left.record.useScore, right.record.useScore)
        if mine != theirs { return mine > theirs }
        if left.cueLength != right.cueLength { return left.cueLength > right.cueLength }
        if left.record.helped != right.record.helped {
            return left.record.helped > right.record.helped
        }
        return left.entry < right.entry
    }
}
