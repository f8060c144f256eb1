/// The sign-flip test: whether differences that may as well be negative are positive on the whole.
public enum SignFlip {
    /// The largest number of differences for which every assignment of signs is tried.
    public static let exactLimit = 20

    /// The chance of a sum at least this large if each difference could as well have the other sign.
    ///
    /// One-sided. Up to ``exactLimit`` differences it is exact and draws nothing; beyond, it is an
    /// estimate from random assignments, `(hits + 1)/(draws + 1)`.
    ///
    /// - Parameters:
    ///   - differences: One a seed, such as practice − placebo.
    ///   - draws: Random assignments beyond the exact limit; at least 1.
    ///   - generator: What the assignments are drawn from.
    /// - Returns: A chance in (0, 1]; 1 without differences.
    public static func oneSided(
        _ differences: [Double], draws: Int = 100_000,
        using generator: inout some RandomNumberGenerator
    ) -> Double {
        if differences.count <= exactLimit { return exact(differences) }
        let observed = threshold(differences)
        let hits = (0..<draws).count { _ in
            differences.reduce(0) { $0 + (Bool.random(using: &generator) ? $1 : -$1) } >= observed
        }
        return Double(hits + 1) / Double(draws + 1)
    }

    /// Goes through the assignments in Gray-code order, in which each differs from the one before by
    /// one sign.
    private static func exact(_ differences: [Double]) -> Double {
        let observed = threshold(differences)
        let assignments = 1 << differences.count
        var signed = differences
        var sum = differences.reduce(0, +)
        var hits = 1
        for step in 1..<max(assignments, 1) {
            let flipped = step.trailingZeroBitCount
            signed[flipped].negate()
            sum += 2 * signed[flipped]
            hits += sum >= observed ? 1 : 0
        }
        return Double(hits) / Double(assignments)
    }

    /// The sum to reach, less what adding in another order may lose.
    private static func threshold(_ differences: [Double]) -> Double {
        let magnitude = differences.reduce(0) { $0 + abs($1) }
        return differences.reduce(0, +) - 1e-9 * magnitude
    }
}
