/// The bootstrap: how far a mean would vary with other seeds.
public enum Bootstrap {
    /// The interval that holds the means of 95 % of the samples drawn from `values` with replacement.
    ///
    /// Percentile interval (Efron, 1979).
    ///
    /// - Parameters:
    ///   - values: One a seed.
    ///   - draws: Samples; at least 40.
    ///   - generator: What they are drawn from.
    /// - Returns: nil for fewer than two values, which say nothing about others.
    public static func interval(
        ofMean values: [Double], draws: Int = 10_000,
        using generator: inout some RandomNumberGenerator
    ) -> ClosedRange<Double>? {
        precondition(draws >= 40, "an interval needs samples at both ends")
        guard values.count > 1 else { return nil }
        let means = (0..<draws).map { _ in
            let sum = values.indices.reduce(0.0) { sum, _ in
                sum + values[Int(generator.next() % UInt64(values.count))]
            }
            return sum / Double(values.count)
        }.sorted()
        let tail = draws / 40
        return means[tail]...means[draws - 1 - tail]
    }
}
