import EtudeDomain
import EtudeRecall
import Foundation

/// Recall as one would write it without an index: every strategy is looked at for every task.
struct NaiveRecall {
    private let strategies: [IndexedStrategy]
    private let frequencies: [EntryID: [String: Double]]

    init(strategies: [IndexedStrategy]) {
        let sorted = strategies.filter(\.isRecallable).sorted {
            Self.precedes($0.strategy, $1.strategy)
        }
        self.strategies = sorted
        frequencies = Self.frequencies(in: sorted)
    }

    /// What a hit says.
    struct Answer {
        let id: EntryID
        let location: String
        let lesson: Lesson
        let record: AdviceRecord
        let cue: String?
        let score: Double
    }

    private struct Candidate {
        let entry: IndexedStrategy
        let cue: Cue?
        let score: Double
    }

    func hits(for query: Query) -> [Answer] {
        let admitted = strategies.filter { admits($0, query) }
        let named = admitted.compactMap { entry in
            entry.strategy.lesson.longestCue(in: query.situation.terms).map {
                Candidate(entry: entry, cue: $0, score: 0)
            }
        }.sorted(by: precedes)
        let others = admitted.filter { entry in
            !named.contains { $0.entry.strategy.id == entry.strategy.id }
        }
        let alike = others.compactMap { likeness(of: $0, query) }.sorted(by: precedes)
        return within(query.limits, named + alike)
    }

    private func admits(_ entry: IndexedStrategy, _ query: Query) -> Bool {
        let strategy = entry.strategy
        let skill = strategy.lesson.skill
        let isMine = strategy.origin.agent != nil && strategy.origin.agent == query.agent
        return (strategy.status == .active || isMine)
            && query.skill.map { $0 == skill || skill.isAncestor(of: $0) } ?? true
            && query.situation.leavesRoom(for: strategy.lesson)
            && !strategy.lesson.unless.contains { $0.occurs(in: query.situation.terms) }
            && entry.expires.map { query.now < $0 } ?? true
    }

    private func precedes(_ left: Candidate, _ right: Candidate) -> Bool {
        let (mine, theirs) = (left.entry, right.entry)
        if left.score != right.score { return left.score > right.score }
        if mine.record.useScore != theirs.record.useScore {
            return mine.record.useScore > theirs.record.useScore
        }
        let (length, other) = (left.cue?.terms.stems.count ?? 0, right.cue?.terms.stems.count ?? 0)
        if length != other { return length > other }
        if mine.record.helped != theirs.record.helped {
            return mine.record.helped > theirs.record.helped
        }
        return Self.precedes(mine.strategy, theirs.strategy)
    }

    private static func precedes(_ left: Strategy, _ right: Strategy) -> Bool {
        let (mine, theirs) = (left.lesson.title.utf8, right.lesson.title.utf8)
        return mine.elementsEqual(theirs)
            ? left.id < right.id : mine.lexicographicallyPrecedes(theirs)
    }

    private func within(_ limits: RecallLimits, _ candidates: [Candidate]) -> [Answer] {
        var hits: [Answer] = []
        var characters = 0
        for candidate in candidates.prefix(limits.strategies) {
            let lesson = candidate.entry.strategy.lesson
            let texts = [lesson.title, lesson.when, lesson.action.text, lesson.because]
            characters += texts.map(\.count).reduce(lesson.insteadOf?.text.count ?? 0, +)
            guard characters <= limits.characters else { break }
            hits.append(
                Answer(
                    id: candidate.entry.strategy.id, location: candidate.entry.location,
                    lesson: lesson, record: candidate.entry.record, cue: candidate.cue?.text,
                    score: candidate.score))
        }
        return hits
    }
}

extension NaiveRecall {
    /// BM25F, as the papers write it; nil below the floor.
    private func likeness(of entry: IndexedStrategy, _ query: Query) -> Candidate? {
        let stems = query.situation.terms.stems
        let telling = stems.enumerated().filter { position, stem in
            !StopWords.contains(stem) && stems.firstIndex(of: stem) == position
        }.map(\.element)
        let shared = telling.filter { frequency(of: $0, in: entry) > 0 }
        guard !shared.isEmpty, shared.count >= min(2, telling.count) else { return nil }
        let sum = shared.reduce(Float(0)) { sum, stem in
            let holders = Double(strategies.filter { frequency(of: stem, in: $0) > 0 }.count)
            let rest = Double(strategies.count) - holders
            let rarity = log(1 + (rest + 0.5) / (holders + 0.5))
            let weight = frequency(of: stem, in: entry)
            return sum + Float(rarity) * Float(weight / (1.2 + weight))
        }
        return Candidate(entry: entry, cue: nil, score: Double(sum) * entry.record.useScore)
    }

    private func frequency(of stem: String, in entry: IndexedStrategy) -> Double {
        frequencies[entry.strategy.id]?[stem] ?? 0
    }

    /// How often each stem occurs in each strategy, by the weight and the length of its fields.
    private static func frequencies(
        in strategies: [IndexedStrategy]
    ) -> [EntryID: [String: Double]] {
        let fields = strategies.map(fields)
        var frequencies: [EntryID: [String: Double]] = [:]
        for number in 0..<5 {
            for (entry, field) in zip(strategies, fields.map { $0[number].stems }) {
                for stem in field where !StopWords.contains(stem) {
                    let length = Double(field.count) / [10, 1, 10, 4, 22][number]
                    frequencies[entry.strategy.id, default: [:]][stem, default: 0] +=
                        [3.0, 3, 2, 1, 1][number] / (0.25 + 0.75 * length)
                }
            }
        }
        return frequencies
    }

    private static func fields(of entry: IndexedStrategy) -> [Terms] {
        let lesson = entry.strategy.lesson
        let cues = lesson.cues.map(\.text).joined(separator: " ")
        return [lesson.when, cues, lesson.title, lesson.action.text, lesson.because].map(Terms.init)
    }
}
