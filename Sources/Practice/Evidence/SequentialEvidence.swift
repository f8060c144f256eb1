import Foundation

/// Evidence that memory helps, valid however often one looks (an e-process).
///
/// Mixes over all shares of improvements above one half, uniformly: with `m = fixed + broken`,
/// `E = 2^(m+1)·fixed!·broken!/(m+1)!·P(Bin(m+1, ½) ≤ fixed)`. If memory does nothing, the chance
/// that `E` ever reaches 20 is at most 5 % (Ville's inequality).
public struct SequentialEvidence: Hashable, Sendable {
    /// The evidence that supports a claim.
    public static let claimThreshold = 20.0

    /// Tasks that memory fixed.
    public private(set) var fixed: Int
    /// Tasks that memory broke.
    public private(set) var broken: Int

    /// Starts from counts; none may be negative.
    public init(fixed: Int = 0, broken: Int = 0) {
        precondition(min(fixed, broken) >= 0, "counts are not negative")
        self.fixed = fixed
        self.broken = broken
    }

    /// Starts from the changes among `pairs`.
    public init(_ pairs: PairedOutcomes) {
        self.init(fixed: pairs.fixed, broken: pairs.broken)
    }

    /// Counts one task: whether it was done right without and with memory.
    ///
    /// Ties say nothing.
    public mutating func count(without: Bool, with: Bool) {
        if !without, with { fixed += 1 }
        if without, !with { broken += 1 }
    }

    /// The natural logarithm of ``value``; finite for any counts.
    public var logarithm: Double {
        let changes = fixed + broken
        return Double(changes + 1) * log(2) + Factorial.logarithm(of: fixed)
            + Factorial.logarithm(of: broken) - Factorial.logarithm(of: changes + 1)
            + FairCoin.logChance(ofAtMost: fixed, throwsMade: changes + 1)
    }

    /// The evidence: 1 without changes; infinite where it is too large for a `Double`.
    public var value: Double { exp(logarithm) }

    /// Whether it supports the claim that memory helps.
    public var supportsClaim: Bool { logarithm >= log(Self.claimThreshold) }
}
