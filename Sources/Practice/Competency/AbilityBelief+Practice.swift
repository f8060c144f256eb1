import Foundation

extension AbilityBelief {
    /// The difficulty at which the chance of success is `targetSuccess`, in logits.
    ///
    /// - Parameter targetSuccess: A chance; one outside the admissible 0.40 to 0.90 counts as the
    ///   nearer end.
    /// - Returns: A difficulty on the scale of ability.
    public func nextDifficulty(targetSuccess: Double) -> Double {
        let admissible = Self.admissibleChances
        let target = min(max(targetSuccess, admissible.lowerBound), admissible.upperBound)
        return mean - log(target / (1 - target))
    }

    /// Whether a task of `difficulty` logits is neither hopeless nor too easy to learn from.
    public func admits(difficulty: Double) -> Bool {
        Self.admissibleChances.contains(chance(at: difficulty))
    }
}
