/// What is believed of how hard a task is: a normal distribution over difficulties in logits, on the scale
/// of ability.
///
/// The mirror of ``AbilityBelief``: an able agent's failure says that a task is hard.
public struct DifficultyBelief: Hashable, Sendable {
    /// The mean, in logits.
    public private(set) var mean: Double
    /// The variance, in squared logits.
    public private(set) var variance = 1.0

    /// Starts from what a task is said to be.
    public init(stated: Double = 0) { mean = stated }

    /// Learns from an attempt of an agent whose ability, in logits, was `ability` before it.
    ///
    /// One step of the one-parameter logistic model: `v' = 1/(1/v + p(1−p))`, `b' = b − v'(y − p)`.
    public mutating func observe(success: Bool, ability: Double) {
        let expected = AbilityBelief.logistic(ability - mean)
        variance = 1 / (1 / variance + expected * (1 - expected))
        mean -= variance * ((success ? 1 : 0) - expected)
    }
}
