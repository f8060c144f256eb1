public import EtudeDomain

/// Decides whether a lesson may enter a memory: by code, never by a model.
///
/// Judging a lesson looks only at the attempts and strategies where it could fire, so that a gate costs
/// nothing to make from a source that is there.
public struct Gate<Source: GateSource>: Sendable {
    let charter: Charter
    let taxonomy: Taxonomy
    let source: Source

    /// Prepares to judge lessons.
    ///
    /// - Parameters:
    ///   - charter: The operator's rules.
    ///   - taxonomy: The skills.
    ///   - source: What the memory knows.
    public init(charter: Charter, taxonomy: Taxonomy, source: Source) {
        self.charter = charter
        self.taxonomy = taxonomy
        self.source = source
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
    /// - Throws: What the source of the strategies throws.
    public func judge(
        _ lesson: Lesson, from trace: Trace, isMastered: (SkillPath) -> Bool = { _ in false }
    ) throws(Source.Failure) -> Verdict {
        let failure = Failure(trace)
        let hits = try hits(of: lesson, including: failure.attempt)
        let duplicate = try duplicate(of: lesson)
        let results: [Check.Result] = [
            specific(lesson, failure), anchored(failure), oneAction(lesson),
            grounded(lesson, failure), falsifiable(failure), substance(lesson), length(lesson),
            boundary(lesson), skill(lesson), characters(lesson), secret(lesson, trace),
            self.duplicate(lesson, duplicate), try conflict(lesson, hits, failure),
            replay(lesson, failure, hits: hits, isMastered: isMastered),
        ]
        return Verdict(
            checks: zip(Check.Name.allCases, results).map { Check(name: $0.0, result: $0.1) },
            record: hits.isEmpty ? nil : .of(lesson, over: hits), duplicateOf: duplicate?.id)
    }

    /// The attempts where `lesson` fires, the failure it was learned from counted once.
    func hits(
        of lesson: Lesson, including own: Attempt?
    ) throws(Source.Failure) -> [Attempt] {
        let stored = try source.attempts(firing: lesson).filter { $0.trace != own?.trace }
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
