import Foundation

/// How well a mastered skill is kept: FSRS-6, counting practice units instead of days.
///
/// The weights are the defaults of FSRS-6, fitted on people's flashcards (py-fsrs); with frozen
/// weights an agent forgets nothing by the calendar, which is why time is practice units.
public struct RetentionModel: Hashable, Sendable {
    /// The chance of success that makes a skill due.
    public static let targetChance = 0.9

    /// Practice units until the chance of success falls to 0.9; at least 0.001.
    public private(set) var stability: Double
    /// How hard the skill is to keep, 1 to 10.
    public private(set) var difficulty: Double

    /// Continues from a stated retention; values outside their ranges are brought inside.
    public init(stability: Double, difficulty: Double) {
        self.stability = max(stability, Self.leastStability)
        self.difficulty = Self.clamped(difficulty)
    }

    /// Starts with the first graded attempt.
    public init(first grade: Grade) {
        self.init(
            stability: Self.weights[grade.rawValue - 1], difficulty: Self.initialDifficulty(grade))
    }

    /// Returns the chance that the skill still holds.
    ///
    /// FSRS-6 forgetting curve, `R = (1 + f·t/S)^k` with `k = −w20`, `f = 0.9^(1/k) − 1`.
    ///
    /// - Parameter elapsed: Practice units since the last attempt; a negative value counts as zero.
    /// - Returns: A chance in (0, 1]; 0.9 when `elapsed` equals the stability.
    public func chance(after elapsed: Int) -> Double {
        pow(1 + Self.factor * Double(max(0, elapsed)) / stability, Self.decay)
    }

    /// Practice units until the chance of success falls to `chance`; a whole number, at least 1.
    ///
    /// - Parameter chance: Between 0 and 1, both excluded.
    /// - Returns: 1 to 36,500 units.
    public func interval(untilChance chance: Double) -> Int {
        let units = stability / Self.factor * (pow(chance, 1 / Self.decay) - 1)
        return Int(min(max(units.rounded(), 1), Self.longestInterval))
    }

    /// Learns from the next graded attempt.
    ///
    /// - Parameters:
    ///   - grade: How it went.
    ///   - elapsed: Practice units since the attempt before; a negative value counts as zero.
    public mutating func review(_ grade: Grade, elapsed: Int) {
        let next = nextStability(grade, elapsed)
        difficulty = nextDifficulty(grade)
        stability = max(next, Self.leastStability)
    }

    private func nextStability(_ grade: Grade, _ elapsed: Int) -> Double {
        if elapsed < 1 { return stabilityAtOnce(grade) }
        return grade == .failed
            ? stabilityAfterLapse(elapsed) : stabilityAfterSuccess(grade, elapsed)
    }

    /// A hundred years of a practice unit a day.
    private static let longestInterval = 36_500.0
    private static let leastStability = 0.001
    private static let weights = [
        0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835,
        0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
    ]
    private static let decay = -weights[20]
    private static let factor = pow(targetChance, 1 / decay) - 1

    private static func clamped(_ difficulty: Double) -> Double { min(max(difficulty, 1), 10) }

    private static func initialDifficulty(_ grade: Grade) -> Double {
        weights[4] - exp(weights[5] * Double(grade.rawValue - 1)) + 1
    }

    private func nextDifficulty(_ grade: Grade) -> Double {
        let weights = Self.weights
        let change = weights[6] * Double(grade.rawValue - 3) * (10 - difficulty) / 9
        let easiest = Self.initialDifficulty(.exceeded)
        return Self.clamped(weights[7] * easiest + (1 - weights[7]) * (difficulty - change))
    }

    private func stabilityAfterSuccess(_ grade: Grade, _ elapsed: Int) -> Double {
        let weights = Self.weights
        let ease = grade == .helped ? weights[15] : grade == .exceeded ? weights[16] : 1
        let gain = exp(weights[10] * (1 - chance(after: elapsed))) - 1
        return stability
            * (1 + exp(weights[8]) * (11 - difficulty) * pow(stability, -weights[9]) * gain * ease)
    }

    private func stabilityAfterLapse(_ elapsed: Int) -> Double {
        let weights = Self.weights
        let relearned =
            weights[11] * pow(difficulty, -weights[12]) * (pow(stability + 1, weights[13]) - 1)
            * exp(weights[14] * (1 - chance(after: elapsed)))
        return min(relearned, stability / exp(weights[17] * weights[18]))
    }

    /// For an attempt within the same practice unit.
    private func stabilityAtOnce(_ grade: Grade) -> Double {
        let weights = Self.weights
        let steps = Double(grade.rawValue - 3) + weights[18]
        let change = exp(weights[17] * steps) * pow(stability, -weights[19])
        return stability * (grade.rawValue >= Grade.succeeded.rawValue ? max(change, 1) : change)
    }
}
