public import EtudeDomain

/// Decides whether a lesson may enter a memory: by code, never by a model.
///
/// Built once a failure; attempts and strategies are indexed by their words (cost linear in both),
/// after which judging a lesson looks only at those where it could fire.
public struct Gate: Sendable {
    let charter: Charter
    let taxonomy: Taxonomy
    let strategies: StrategyIndex
    let retired: StrategyIndex
    let attempts: AttemptIndex

    /// Prepares to judge lessons.
    ///
    /// - Parameters:
    ///   - charter: The operator's rules.
    ///   - taxonomy: The skills.
    ///   - strategies: What the memory holds; retired ones only bar their like from coming back.
    ///   - attempts: Stored attempts whose right answer is known.
    public init(
        charter: Charter, taxonomy: Taxonomy, strategies: [Strategy], attempts: [Attempt]
    ) {
        self.charter = charter
        self.taxonomy = taxonomy
        self.strategies = StrategyIndex(strategies.filter { $0.status != .retired })
        retired = StrategyIndex(strategies.filter { $0.status == .retired })
        self.attempts = AttemptIndex(attempts)
    }

    /// Judges a lesson that was learned from a failure.
    ///
    /// All checks run and are told, so that a coach can mend everything at once.
    ///
    /// - Parameters:
    ///   - lesson: The lesson.
    ///   - trace: The failure it was learned from; need not be among the stored attempts.
    ///   - isMastered: Whether a skill is mastered, so that none of its successes may be lost.
    /// - Returns: One check a name; accepted when none failed.
    public func judge(
        _ lesson: Lesson, from trace: Trace, isMastered: (SkillPath) -> Bool = { _ in false }
    ) -> Verdict {
        let failure = Failure(trace)
        let hits = hits(of: lesson, including: failure.attempt)
        let duplicate = duplicate(of: lesson)
        let results: [Check.Result] = [
            specific(lesson, failure), anchored(failure), oneAction(lesson),
            grounded(lesson, failure), falsifiable(failure), substance(lesson), length(lesson),
            boundary(lesson), skill(lesson), characters(lesson), secret(lesson, trace),
            self.duplicate(lesson, duplicate), conflict(lesson, hits, failure),
            replay(lesson, failure, hits: hits, isMastered: isMastered),
        ]
        return Verdict(
            checks: zip(Check.Name.allCases, results).map { Check(name: $0.0, result: $0.1) },
            record: hits.isEmpty ? nil : .of(lesson, over: hits), duplicateOf: duplicate?.id)
    }

    /// The attempts where `lesson` fires, the failure it was learned from counted once.
    func hits(of lesson: Lesson, including own: Attempt?) -> [Attempt] {
        let stored = attempts.hits(of: lesson).filter { $0.trace != own?.trace }
        guard let own, lesson.fires(in: own.situation) else { return stored }
        return stored + [own]
    }
}

extension SkillPath {
    /// Whether two skills are the same, or one lies below the other.
    func isKin(to other: SkillPath) -> Bool {
        let shared = min(segments.count, other.segments.count)
        return segments.prefix(shared).elementsEqual(other.segments.prefix(shared))
    }
}
