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
    /// What a strategy does where it fires: over the attempts given, else over the stored ones, but for
    /// the one that taught it.
    func evidence(
        about strategy: Strategy, over attempts: [Attempt]?, now: Date
    ) throws(RecallError) -> TrialEvidence {
        var evidence = TrialEvidence()
        let hits =
            attempts?.filter { strategy.lesson.fires(in: $0.situation) }
            ?? log.hits(of: strategy.lesson)
        for attempt in hits where attempt.trace != strategy.origin.trace {
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
        let hits = try hits(for: attempt, limit: index.limits.strategies + 1, now: now)
        let rest = hits.filter { $0.id != id }
        return (isRight(rest, about: attempt), isRight(hits, about: attempt))
    }

    /// Whether an attempt comes out right with what is handed over of these.
    private func isRight(_ hits: [Hit], about attempt: Attempt) -> Bool {
        Decision(hits.prefix(index.limits.strategies), about: attempt).isRight
    }

    /// What an agent decides in an attempt that follows what most of the strategies say that fire.
    func decision(about attempt: Attempt, now: Date) throws(RecallError) -> Decision {
        let limit = index.limits.strategies
        return Decision(try hits(for: attempt, limit: limit, now: now)[...], about: attempt)
    }

    private func hits(
        for attempt: Attempt, limit: Int, now: Date
    ) throws(RecallError) -> [Hit] {
        let limits = RecallLimits(strategies: limit, characters: .max)
        return try index.hits(for: Query(situation: attempt.situation, now: now, limits: limits))
    }

    /// What an agent decides with some strategies.
    struct Decision {
        /// Nil for base competence.
        let action: Action?
        let isRight: Bool
        /// The strategies that say so.
        let used: [EntryID]

        fileprivate init(_ hits: ArraySlice<Hit>, about attempt: Attempt) {
            let firing = hits.filter { $0.lesson.fires(in: attempt.situation) }
            let agreed = firing.map(\.lesson).agreedAction
            action = agreed
            isRight = agreed?.isTaken(by: attempt.right) ?? attempt.baseSucceeded
            used = firing.filter { $0.lesson.action.name == agreed?.name }.map(\.id)
        }
    }
}
