import EtudeDomain
import EtudePractice

/// One arm at one checkpoint, summed up; a seed's mean over the skills is the unit.
public struct ArmSummary: Codable, Hashable, Sendable {
    /// What was done.
    public let arm: Arm
    /// The checkpoint.
    public let after: Int
    /// The mean gain of the practised skill, in shares.
    public let gain: Double
    /// The lower end of its 95 % interval; nil for one seed.
    public let low: Double?
    /// The upper end.
    public let high: Double?
    /// The gain of the run that gained least.
    public let worst: Double
    /// The mean gain of the other skills.
    public let others: Double
    /// Requests of the practised skill fixed, a run.
    public let fixed: Double
    /// Requests of the practised skill broken, a run.
    public let broken: Double
    /// The share of runs with p < .05.
    public let significant: Double
    /// The same after Holm's correction over the skills of a seed.
    public let significantByHolm: Double
    /// The share of runs in which the practised requests themselves reached the evidence of a claim.
    public let claimed: Double
    /// Strategies taken in, a run.
    public let strategies: Double

    /// Sums up the rows of one arm at one checkpoint.
    init(_ rows: [ExperimentReport.Row], arm: Arm, after: Int) {
        func mean(_ value: (ExperimentReport.Row) -> Double) -> Double {
            rows.map(value).reduce(0, +) / Double(max(1, rows.count))
        }
        self.arm = arm
        self.after = after
        let interval = Self.interval(of: Self.seedMeans(of: rows))
        gain = mean(\.gain)
        low = interval?.lowerBound
        high = interval?.upperBound
        worst = rows.map(\.gain).min() ?? 0
        others = mean(\.othersGain)
        fixed = mean { Double($0.heldOut.fixed) }
        broken = mean { Double($0.heldOut.broken) }
        significant = mean { $0.isSignificant ? 1 : 0 }
        let adjusted = Dictionary(grouping: rows, by: \.seed).values.flatMap {
            Holm.adjusted($0.map(\.heldOut.p))
        }
        significantByHolm =
            Double(adjusted.count { $0 < ExperimentReport.level }) / Double(max(1, rows.count))
        claimed = mean { $0.claimed == nil ? 0 : 1 }
        strategies = mean { Double($0.strategies) }
    }

    /// The mean gain of each seed over its skills, in the order of the seeds.
    static func seedMeans(of rows: [ExperimentReport.Row]) -> [Double] {
        Dictionary(grouping: rows, by: \.seed).sorted { $0.key < $1.key }.map { _, rows in
            rows.map(\.gain).reduce(0, +) / Double(rows.count)
        }
    }

    /// The 95 % interval of a mean over seeds, the same in every run.
    static func interval(of values: [Double]) -> ClosedRange<Double>? {
        var generator = SeededGenerator(seed: 1)
        return Bootstrap.interval(ofMean: values, using: &generator)
    }
}
