import EtudePractice
import EtudeTestSupport
import Testing

@Suite struct BootstrapTests {
    private func interval(of values: [Double], seed: UInt64 = 1) -> ClosedRange<Double>? {
        var generator = SplitMix(seed: seed)
        return Bootstrap.interval(ofMean: values, using: &generator)
    }

    @Test func fewerThanTwoSeedsSayNothingAboutOthers() {
        #expect(interval(of: []) == nil)
        #expect(interval(of: [3]) == nil)
    }

    @Test func equalValuesVaryNowhere() {
        #expect(interval(of: [2, 2, 2, 2]) == 2...2)
    }

    /// The mean of 1 to 20 is 10.5, its standard error √(33.25/20) = 1.289.
    @Test func theIntervalIsAboutTwoStandardErrorsWide() throws {
        let found = interval(of: (1...20).map(Double.init))
        let interval = try #require(found)
        #expect(abs(interval.lowerBound - (10.5 - 1.96 * 1.289)) < 0.15)
        #expect(abs(interval.upperBound - (10.5 + 1.96 * 1.289)) < 0.15)
    }

    /// Of samples of 20 from a uniform distribution, about 94 % have the true mean in their interval.
    @Test func theTrueMeanLiesInMostIntervals() {
        var generator = SplitMix(seed: 7)
        let inside = (0..<400).count { seed in
            let sample = (0..<20).map { _ in Double.random(in: 0..<1, using: &generator) }
            var draws = SplitMix(seed: UInt64(seed))
            return Bootstrap.interval(ofMean: sample, draws: 400, using: &draws)?.contains(0.5)
                == true
        }
        #expect((360...390).contains(inside))
    }
}
