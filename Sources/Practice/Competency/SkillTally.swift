import EtudeDomain

/// What the attempts at one skill, those below it aside, add up to.
struct SkillTally: Hashable, Sendable {
    var belief: AbilityBelief
    var attempts = 0
    var successes = 0
    /// The practice unit of the last attempt.
    var lastUnit: Int?
    /// The memory of a skill that was mastered once; nil until then.
    var retention: RetentionModel?
    /// The latest outcomes, oldest first.
    var outcomes: [Trace.Outcome] = []

    /// How many outcomes are kept for the reader.
    static let outcomesKept = 20

    init(startingFrom belief: AbilityBelief) {
        self.belief = belief
    }

    /// Counts an attempt made at practice unit `unit`.
    mutating func count(
        _ trace: Trace, unit: Int, thanksToNewStrategy: Bool, thresholds: Thresholds
    ) {
        let success = trace.outcome == .success
        let elapsed = unit - (lastUnit ?? unit)
        let grade = Grade(
            success: success, thanksToNewStrategy: thanksToNewStrategy,
            difficulty: trace.difficulty, ability: belief.mean)
        belief.observe(success: success, difficulty: trace.difficulty, elapsed: elapsed)
        attempts += 1
        successes += success ? 1 : 0
        lastUnit = unit
        outcomes = (outcomes + [trace.outcome]).suffix(Self.outcomesKept)
        review(grade, elapsed: elapsed, thresholds: thresholds)
    }

    private mutating func review(_ grade: Grade, elapsed: Int, thresholds: Thresholds) {
        if retention != nil {
            retention?.review(grade, elapsed: elapsed)
        } else if belief.low >= thresholds.mastered {
            retention = RetentionModel(first: grade)
        }
    }
}
