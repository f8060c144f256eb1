import Foundation

/// McNemar's test of paired outcomes, for a number of pairs that was fixed beforehand.
public enum McNemar {
    /// The chance of at least `fixed` improvements among all changes if memory did nothing.
    ///
    /// Exact and one-sided, `p = Σ_{k≥fixed} C(m,k)/2^m` with `m = fixed + broken`. Valid at a
    /// pre-registered number of pairs only; to look at every step use ``SequentialEvidence``.
    ///
    /// - Returns: A chance in [0, 1], 0 only where it is too small for a `Double`; 1 without changes.
    public static func exactOneSided(fixed: Int, broken: Int) -> Double {
        precondition(min(fixed, broken) >= 0, "counts are not negative")
        return exp(FairCoin.logChance(ofAtMost: broken, throwsMade: fixed + broken))
    }

    /// ``exactOneSided(fixed:broken:)`` of `pairs`.
    public static func exactOneSided(_ pairs: PairedOutcomes) -> Double {
        exactOneSided(fixed: pairs.fixed, broken: pairs.broken)
    }
}
