import EtudeDomain
import struct Foundation.Date

/// Looks for strategies that contradict each other, without comparing each with each.
struct ConflictSearch {
    /// The older come first: a newer one would have had to get past them.
    private let strategies: [Strategy]
    /// The attempts where each fires.
    private let hits: [[Attempt]]
    private let attempts: [EntryID: Attempt]

    private struct Pair: Hashable {
        let older: Int
        let newer: Int
    }

    init(_ strategies: [Strategy], _ attempts: [Attempt]) {
        let index = AttemptIndex(attempts)
        self.strategies = strategies.sorted {
            ($0.origin.created ?? .distantPast, $0.id) < ($1.origin.created ?? .distantPast, $1.id)
        }
        hits = self.strategies.map { index.hits(of: $0.lesson) }
        self.attempts = Dictionary(attempts.map { ($0.trace, $0) }) { $1 }
    }

    var conflicts: [Conflict] { rivals.compactMap(conflict) }

    /// The pairs that share a cue or an attempt, and ask for different actions there.
    private var rivals: Set<Pair> {
        var byCue: [Terms: [Int]] = [:]
        var byAttempt: [EntryID: [Int]] = [:]
        for place in strategies.indices {
            for cue in Set(strategies[place].lesson.cues.map(\.terms)) {
                byCue[cue, default: []].append(place)
            }
            for attempt in hits[place] { byAttempt[attempt.trace, default: []].append(place) }
        }
        var pairs: Set<Pair> = []
        for group in Array(byCue.values) + Array(byAttempt.values) {
            for (number, older) in group.enumerated() {
                for newer in group[(number + 1)...] where areRivals(older, newer) {
                    pairs.insert(Pair(older: older, newer: newer))
                }
            }
        }
        return pairs
    }

    private func areRivals(_ older: Int, _ newer: Int) -> Bool {
        let (one, other) = (strategies[older].lesson, strategies[newer].lesson)
        guard one.action.name != other.action.name, one.skill.isKin(to: other.skill) else {
            return false
        }
        guard let mine = one.insteadOf?.name, let theirs = other.insteadOf?.name else {
            return true
        }
        return mine == theirs
    }

    private func conflict(_ pair: Pair) -> Conflict? {
        let (older, newer) = (strategies[pair.older], strategies[pair.newer])
        let theirs = Set(hits[pair.older].map(\.trace))
        let shared = hits[pair.newer].filter { theirs.contains($0.trace) }
        let overlap = older.lesson.cueOverlap(with: newer.lesson)
        let fewest = Double(min(hits[pair.older].count, hits[pair.newer].count))
        let isRival =
            overlap >= Rivalry.cueShare
            || !shared.isEmpty && Double(shared.count) >= Rivalry.hitShare * fewest
        guard isRival else { return nil }
        let rivalry = Rivalry(
            draft: newer.lesson, draftHits: hits[pair.newer], older: older,
            olderHits: hits[pair.older], shared: shared)
        let (winner, loser) = rivalry.isWonByDraft ? (newer, older) : (older, newer)
        return Conflict(
            winner: winner.id, loser: loser.id, shared: shared.count, cueOverlap: overlap,
            narrowing: narrowing(loser, hits[rivalry.isWonByDraft ? pair.older : pair.newer]))
    }

    private func narrowing(_ loser: Strategy, _ hits: [Attempt]) -> String? {
        guard let lesson = loser.origin.trace.flatMap({ attempts[$0] }) else { return nil }
        return NarrowingCue.best(for: loser.lesson, hits: hits, task: lesson.task)
    }
}
