public import EtudeDomain
import Foundation

/// What a strategy does, told by the same tasks with it and without it.
public struct TrialEvidence: Hashable, Sendable {
    /// What a trial comes to.
    public enum Verdict: Hashable, Sendable {
        /// It fixes more than it breaks.
        case helps
        /// It breaks more than it fixes, or its advice is wrong more often than right.
        case harms
        /// It comes up, and nothing depends on it.
        case inert
        /// There is too little to tell.
        case unknown
    }

    /// How sure a verdict is, as the least belief in it.
    public static let sure = 0.95
    /// The fewest tasks in which a strategy has to come up without effect to be called inert.
    public static let enough = 5

    /// The tasks where it comes up, without and with it.
    public private(set) var pairs = PairedOutcomes()
    /// How its own advice did there, whether or not another strategy decided.
    public private(set) var advice = AdviceRecord()

    /// Starts without evidence.
    public init() {}

    /// Counts an attempt where `lesson` fires.
    public mutating func count(
        _ attempt: Attempt, for lesson: Lesson, without: Bool, with: Bool
    ) {
        pairs.count(without: without, with: with)
        advice.count(attempt, for: lesson)
    }

    /// The belief that it fixes more than it breaks, 0 to 1; ½ without changes.
    ///
    /// `P(θ > ½)` for `θ ~ Beta(1 + fixed, 1 + broken)`, which is `P(Bin(fixed + broken + 1, ½) ≤ fixed)`.
    public var effectBelief: Double { Self.belief(pairs.fixed, against: pairs.broken) }

    /// The belief that its advice is right more often than harmful, 0 to 1; ½ without evidence.
    ///
    /// As ``effectBelief``; what was wrong either way counts half, and the sum is rounded down.
    public var adviceBelief: Double {
        Self.belief(Int(advice.helped), against: Int(advice.harmed))
    }

    /// What strategies are ranked by, 0 to 1: the lower of both beliefs.
    public var belief: Double { min(effectBelief, adviceBelief) }

    /// What the trial comes to.
    public var verdict: Verdict {
        if belief <= 1 - Self.sure { return .harms }
        if effectBelief >= Self.sure { return .helps }
        let changes = pairs.fixed + pairs.broken
        return changes == 0 && pairs.total >= Self.enough ? .inert : .unknown
    }

    /// Whether it ranks before `other`; nil where neither does.
    public func precedes(_ other: TrialEvidence) -> Bool? {
        if belief != other.belief { return belief > other.belief }
        if pairs.gain != other.pairs.gain { return pairs.gain > other.pairs.gain }
        return nil
    }

    private static func belief(_ count: Int, against other: Int) -> Double {
        exp(FairCoin.logChance(ofAtMost: count, throwsMade: count + other + 1))
    }
}
