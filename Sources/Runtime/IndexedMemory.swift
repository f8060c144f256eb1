import EtudeDomain
import EtudePractice
import EtudeRecall
import struct Foundation.Date

/// What the gate asks a memory, answered from an index and a log of attempts.
struct IndexedMemory: GateSource {
    typealias Failure = RecallError

    let index: RecallIndex
    let log: AttemptLog

    func strategies(
        withCueBeginningWith stems: Set<String>, except skills: Set<SkillPath>
    ) throws(RecallError) -> [Strategy] {
        try index.strategies(withCueBeginningWith: stems, except: skills).map(\.strategy)
    }

    func strategiesWithoutCues() throws(RecallError) -> [Strategy] {
        try index.strategiesWithoutCues().map(\.strategy)
    }

    func attempts(firing lesson: Lesson) -> [Attempt] { log.hits(of: lesson) }
}

extension IndexedMemory {
    /// What a strategy does over the stored attempts where it fires, but for the one that taught it.
    func evidence(
        about strategy: Strategy, now: Date
    ) throws(RecallError) -> TrialEvidence {
        var evidence = TrialEvidence()
        for attempt in log.hits(of: strategy.lesson)
        where attempt.trace != strategy.origin.trace {
            let (without, with) = try outcomes(of: attempt, strategy.id, now: now)
            evidence.count(attempt, for: strategy.lesson, without: without, with: with)
        }
        return evidence
    }

    /// Whether an attempt comes out right without and with a strategy.
    private func outcomes(
        of attempt: Attempt, _ id: EntryID, now: Date
    ) throws(RecallError) -> (without: Bool, with: Bool) {
        // One more than is handed over, for the one that comes instead.
        let firing = try firing(in: attempt, limit: index.limits.strategies + 1, now: now)
        return (
            Self.isRight(firing.first { $0.id != id }, about: attempt),
            Self.isRight(firing.first, about: attempt)
        )
    }

    /// The strategies that fire where an attempt was made, in the order in which they are recalled.
    func firing(in attempt: Attempt, limit: Int, now: Date) throws(RecallError) -> [Hit] {
        let limits = RecallLimits(strategies: limit, characters: .max)
        return try index.hits(
            for: Query(situation: attempt.situation, now: now, limits: limits)
        ).filter { $0.lesson.fires(in: attempt.situation) }
    }

    /// Whether an attempt comes out right where a strategy decides, or none does.
    static func isRight(_ hit: Hit?, about attempt: Attempt) -> Bool {
        hit?.lesson.action.isTaken(by: attempt.right) ?? attempt.baseSucceeded
    }
}
