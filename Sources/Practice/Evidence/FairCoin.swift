import Foundation

/// The number of heads in a number of throws of a fair coin, Bin(m, ½).
enum FairCoin {
    /// `ln P(heads ≤ count)` of `throwsMade` throws; −∞ for a negative count, 0 from `throwsMade` on.
    ///
    /// Stable for any size: the sum starts at its largest term and ends when terms stop to matter.
    static func logChance(ofAtMost count: Int, throwsMade: Int) -> Double {
        if count < 0 { return -.infinity }
        if count >= throwsMade { return 0 }
        let other = throwsMade - count - 1
        if count > other { return log1p(-exp(logTail(other, throwsMade))) }
        return min(0, logTail(count, throwsMade))
    }

    /// For a count of at most half the throws, below which the terms shrink.
    private static func logTail(_ count: Int, _ throwsMade: Int) -> Double {
        let largest =
            Factorial.logarithm(of: throwsMade) - Factorial.logarithm(of: count)
            - Factorial.logarithm(of: throwsMade - count) - Double(throwsMade) * log(2)
        var (term, sum, heads) = (1.0, 1.0, count)
        while heads > 0, term > sum * 1e-17 {
            term *= Double(heads) / Double(throwsMade - heads + 1)
            sum += term
            heads -= 1
        }
        return largest + log(sum)
    }
}
