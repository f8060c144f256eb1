import Foundation

/// The factorial of a whole number, as a logarithm so that it never overflows.
enum Factorial {
    /// `ln n!` for `n ≥ 0`; exact sums below 32, from there Stirling's series, whose error is under
    /// 1e-14.
    static func logarithm(of n: Int) -> Double {
        precondition(n >= 0, "a factorial is of a number that is not negative")
        if n < small.count { return small[n] }
        let x = Double(n)
        let correction = 1 / (12 * x) - 1 / (360 * pow(x, 3)) + 1 / (1260 * pow(x, 5))
        return x * log(x) - x + log(2 * Double.pi * x) / 2 + correction
    }

    private static let small = (0..<32).map { n in
        n < 2 ? 0 : (2...n).reduce(0) { $0 + log(Double($1)) }
    }
}
