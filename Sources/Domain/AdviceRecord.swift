/// How a strategy's own advice did over the attempts where it fired.
///
/// Counts advice, not episodes: an attempt counts whether or not the strategy was shown, because
/// the right action is known. Read as a Beta(1 + helped, 1 + harmed) belief.
public struct AdviceRecord: Hashable, Sendable {
    /// Attempts where its advice was the right action.
    public var helped: Double
    /// Attempts where it would have broken a success, and half of those wrong either way.
    public var harmed: Double

    /// Starts a record.
    public init(helped: Double = 0, harmed: Double = 0) {
        self.helped = helped
        self.harmed = harmed
    }

    /// The mean of the belief that the advice is right, in (0, 1); ½ without evidence.
    public var useScore: Double { (helped + 1) / (helped + harmed + 2) }

    /// Whether it did more harm than good, which retires it.
    public var isHarmful: Bool { harmed > helped }

    /// Counts `attempt`, if `lesson` fires there and the right action is known.
    public mutating func count(_ attempt: Attempt, for lesson: Lesson) {
        add(1, attempt, for: lesson)
    }

    /// Takes back that `attempt` was counted.
    public mutating func discount(_ attempt: Attempt, for lesson: Lesson) {
        add(-1, attempt, for: lesson)
    }

    private mutating func add(_ sign: Double, _ attempt: Attempt, for lesson: Lesson) {
        guard lesson.fires(in: attempt.situation) else { return }
        if lesson.action.isTaken(by: attempt.right) {
            helped += sign
        } else {
            harmed += sign * (attempt.baseSucceeded ? 1 : 0.5)
        }
    }

    /// The record of `lesson` over `attempts`.
    public static func of(_ lesson: Lesson, over attempts: some Sequence<Attempt>) -> AdviceRecord {
        attempts.reduce(into: AdviceRecord()) { $0.count($1, for: lesson) }
    }
}
