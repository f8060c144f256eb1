/// How well a mastered skill held, on the four-step scale of FSRS.
public enum Grade: Int, Hashable, Sendable, CaseIterable {
    /// It failed.
    case failed = 1
    /// It succeeded only thanks to a strategy used for the first time.
    case helped
    /// It succeeded.
    case succeeded
    /// It succeeded at a task one logit above the ability, or more.
    case exceeded

    /// Grades one attempt; `difficulty` and `ability`, as it was before, in logits.
    public init(success: Bool, thanksToNewStrategy: Bool, difficulty: Double, ability: Double) {
        if !success {
            self = .failed
        } else if thanksToNewStrategy {
            self = .helped
        } else {
            self = difficulty >= ability + 1 ? .exceeded : .succeeded
        }
    }
}
