extension AbilityBelief {
    /// How much sibling skills differ, as a variance in squared logits.
    public static let siblingVariance = 0.5

    /// The belief about a skill, from those about the skills below it.
    ///
    /// Weighs each by `ω = 1/(variance + 0.5)`; the mean is the weighted mean, the variance `1/Σω`.
    /// Without any, it is what is believed of a skill never tried.
    public static func rollUp(_ leaves: [AbilityBelief]) -> AbilityBelief {
        let weights = leaves.map { 1 / ($0.variance + siblingVariance) }
        let total = weights.reduce(0, +)
        guard total > 0 else { return AbilityBelief() }
        let weighted = zip(weights, leaves).reduce(0) { $0 + $1.0 * $1.1.mean }
        return AbilityBelief(mean: weighted / total, variance: 1 / total)
    }

    /// The belief about a skill never tried, given that about the skill above it.
    public static func leaf(under parent: AbilityBelief) -> AbilityBelief {
        AbilityBelief(mean: parent.mean, variance: parent.variance + siblingVariance)
    }
}
