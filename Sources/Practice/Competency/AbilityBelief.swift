public import EtudeDomain
import Foundation

/// What is believed of an agent's ability at a skill: a normal distribution over logits.
///
/// A one-parameter logistic (Rasch) model: the chance of success at a task of difficulty `b` is
/// `σ(ability − b)`. Each outcome moves the belief by one Newton step of its posterior (an online
/// Laplace approximation).
public struct AbilityBelief: Hashable, Sendable {
    /// The widest that a belief gets with time, in squared logits.
    public static let widestVariance = 2.25
    /// What the variance grows by with each practice unit, in squared logits.
    public static let drift = 0.02
    /// How far the ends of a 90 % band lie from the mean, in standard deviations.
    public static let bandWidth = 1.645
    /// The standard deviation above which an ability counts as unknown, in logits.
    public static let knownDeviation = 0.6
    /// The chances of success at which practice teaches anything.
    public static let admissibleChances = 0.40...0.90

    /// The mean, in logits.
    public private(set) var mean: Double
    /// The variance, in squared logits; positive.
    public private(set) var variance: Double

    /// Believes nothing in particular: N(0, 2.25).
    public init() {
        self.init(mean: 0, variance: Self.widestVariance)
    }

    /// Believes N(`mean`, `variance`), in logits; the variance must be positive.
    public init(mean: Double, variance: Double) {
        precondition(variance > 0, "the variance of a belief is positive")
        self.mean = mean
        self.variance = variance
    }

    /// Learns from one outcome.
    ///
    /// - Parameters:
    ///   - success: Whether the task was done.
    ///   - difficulty: How hard it was, in logits.
    ///   - elapsed: Practice units since the last outcome; a negative value counts as zero.
    public mutating func observe(success: Bool, difficulty: Double, elapsed: Int) {
        let units = Double(max(0, elapsed))
        variance = min(variance + Self.drift * units, Self.widestVariance)
        let expected = chance(at: difficulty)
        variance = 1 / (1 / variance + expected * (1 - expected))
        mean += variance * ((success ? 1 : 0) - expected)
    }

    /// The standard deviation, in logits.
    public var deviation: Double { variance.squareRoot() }

    /// The chance of success at a task of `difficulty` logits, 0 to 1.
    public func chance(at difficulty: Double) -> Double { Self.logistic(mean - difficulty) }

    /// The chance of success at difficulty 0, 0 to 1.
    public var competence: Double { Self.logistic(mean) }

    /// The lower end of the 90 % band of ``competence``, 0 to 1.
    public var low: Double { Self.logistic(mean - Self.bandWidth * deviation) }

    /// The upper end of the 90 % band of ``competence``, 0 to 1.
    public var high: Double { Self.logistic(mean + Self.bandWidth * deviation) }

    /// Where the ability stands against a skill's thresholds, each 0 to 1.
    ///
    /// Asked in this order: mastered, below, unknown, able. A wide belief with a low mean is
    /// therefore below, not unknown: practice helps either way.
    public func state(threshold: Double, mastered: Double) -> Competency.State {
        if low >= mastered { return .mastered }
        if competence < threshold { return .below }
        return deviation > Self.knownDeviation ? .unknown : .able
    }

    static func logistic(_ logits: Double) -> Double { 1 / (1 + exp(-logits)) }
}
