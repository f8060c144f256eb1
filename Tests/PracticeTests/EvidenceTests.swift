import EtudePractice
import EtudeTestSupport
import Foundation
import Testing

@Suite struct PairedOutcomesTests {
    private let pairs = PairedOutcomes(bothRight: 50, fixed: 14, broken: 4, bothWrong: 32)

    @Test func sharesAndGainAreCounted() {
        #expect(pairs.total == 100)
        #expect(abs(pairs.withoutMemory - 0.54) < 1e-12)
        #expect(abs(pairs.withMemory - 0.64) < 1e-12)
        #expect(abs(pairs.gain - 0.10) < 1e-12)
        #expect(abs(pairs.negativeFlips - 0.04) < 1e-12)
    }

    @Test func normalizedGainIsOfWhatWasMissing() throws {
        #expect(abs(try #require(pairs.normalizedGain) - 0.10 / 0.46) < 1e-12)
        #expect(PairedOutcomes(bothRight: 3, broken: 1).normalizedGain == nil)
    }

    @Test func withoutPairsNothingIsGained() {
        let none = PairedOutcomes()
        #expect(none.gain == 0 && none.withMemory == 0 && none.withoutMemory == 0)
        #expect(none.normalizedGain == nil)
    }

    @Test func pairsAreCountedByBothOutcomes() {
        let counted = PairedOutcomes([
            (without: true, with: true), (without: false, with: true), (without: true, with: false),
            (without: false, with: false), (without: false, with: true),
        ])
        #expect(counted == PairedOutcomes(bothRight: 1, fixed: 2, broken: 1, bothWrong: 1))
    }
}

@Suite struct McNemarTests {
    @Test(arguments: [
        (0, 0, 1.0), (5, 0, 0.03125), (0, 5, 1), (10, 2, 79.0 / 4096), (7, 3, 176.0 / 1024),
        (1, 1, 0.75),
    ])
    func matchesTheExactSum(fixed: Int, broken: Int, chance: Double) {
        #expect(abs(McNemar.exactOneSided(fixed: fixed, broken: broken) - chance) < 1e-12)
    }

    @Test func bothSidesOverlapInOneTerm() {
        for (fixed, broken) in [(30, 20), (400, 380), (5_000, 5_100)] {
            let sum =
                McNemar.exactOneSided(fixed: fixed, broken: broken)
                + McNemar.exactOneSided(fixed: broken + 1, broken: fixed - 1)
            #expect(abs(sum - 1) < 1e-9)
        }
    }

    @Test func hugeCountsStayChances() {
        let even = McNemar.exactOneSided(fixed: 50_000_000, broken: 50_000_000)
        #expect(even > 0.5 && even < 0.5001)
        #expect(McNemar.exactOneSided(fixed: 1_000_000, broken: 0) == 0)
        #expect(McNemar.exactOneSided(fixed: 0, broken: 1_000_000) == 1)
        let slight = McNemar.exactOneSided(fixed: 500_500, broken: 499_500)
        #expect(abs(slight - 0.158897) < 1e-4)
    }

    @Test func acceptsCountedPairs() {
        let pairs = PairedOutcomes(bothRight: 9, fixed: 10, broken: 2, bothWrong: 9)
        #expect(McNemar.exactOneSided(pairs) == McNemar.exactOneSided(fixed: 10, broken: 2))
    }
}

@Suite struct SequentialEvidenceTests {
    @Test(arguments: [(0, 0, 1.0), (7, 0, 31.875), (10, 2, 9.44)])
    func matchesTheReferenceValues(fixed: Int, broken: Int, value: Double) {
        let evidence = SequentialEvidence(fixed: fixed, broken: broken)
        #expect(abs(evidence.value - value) < 0.005)
    }

    @Test func claimsFromTwentyOn() {
        #expect(SequentialEvidence(fixed: 7, broken: 0).supportsClaim)
        #expect(!SequentialEvidence(fixed: 6, broken: 0).supportsClaim)
        #expect(!SequentialEvidence(fixed: 0, broken: 50).supportsClaim)
    }

    @Test func hugeCountsStayFinite() {
        for (fixed, broken) in [(1_000_000, 0), (0, 1_000_000), (3_000_000, 3_000_000)] {
            #expect(SequentialEvidence(fixed: fixed, broken: broken).logarithm.isFinite)
        }
        #expect(SequentialEvidence(fixed: 1_000_000, broken: 0).supportsClaim)
    }

    @Test func countingIsTheSameAsCounts() {
        var evidence = SequentialEvidence()
        for _ in 0..<4 { evidence.count(without: false, with: true) }
        evidence.count(without: true, with: false)
        evidence.count(without: true, with: true)
        evidence.count(without: false, with: false)
        #expect(evidence == SequentialEvidence(fixed: 4, broken: 1))
    }

    /// Averaged over the next outcome it stays where it is, which is what makes it an e-process.
    @Test func nextOutcomeOfAFairCoinLeavesItsMean() {
        for fixed in 0..<12 {
            for broken in 0..<12 {
                let now = SequentialEvidence(fixed: fixed, broken: broken).value
                let better = SequentialEvidence(fixed: fixed + 1, broken: broken).value
                let worse = SequentialEvidence(fixed: fixed, broken: broken + 1).value
                #expect(abs((better + worse) / 2 - now) < 1e-9 * max(1, now))
            }
        }
    }

    @Test func optionalStoppingKeepsFalseAlarmsUnderFivePercent() {
        var generator = SplitMix(seed: 20_261_122)
        let runs = 2_000
        let alarms = (0..<runs).count { _ in
            var evidence = SequentialEvidence()
            for _ in 0..<150 {
                let helps = Bool.random(using: &generator)
                evidence.count(without: !helps, with: helps)
                if evidence.supportsClaim { return true }
            }
            return false
        }
        #expect(Double(alarms) / Double(runs) <= 0.05)
        #expect(alarms > 0)
    }
}

@Suite struct HolmTests {
    @Test func adjustsStepByStep() {
        let adjusted = Holm.adjusted([0.04, 0.01, 0.03, 0.005])
        for (value, expected) in zip(adjusted, [0.06, 0.03, 0.06, 0.02]) {
            #expect(abs(value - expected) < 1e-12)
        }
    }

    @Test func staysAtOneAtMost() {
        #expect(Holm.adjusted([0.6, 0.9]) == [1, 1])
        #expect(Holm.adjusted([]).isEmpty)
    }
}

@Suite struct SignFlipTests {
    @Test func allPositiveIsOneOfAllAssignments() {
        var generator = SplitMix(seed: 1)
        let chance = SignFlip.oneSided([1, 2, 3, 4, 5], using: &generator)
        #expect(chance == 1.0 / 32)
    }

    @Test func tiesCount() {
        var generator = SplitMix(seed: 1)
        #expect(SignFlip.oneSided([], using: &generator) == 1)
        #expect(SignFlip.oneSided([0, 0, 0], using: &generator) == 1)
        #expect(SignFlip.oneSided([0.1, 0.2, -0.3], using: &generator) == 5.0 / 8)
    }

    @Test func estimateAgreesWithTheExactChance() {
        var generator = SplitMix(seed: 5)
        let few = (0..<18).map { _ in Double.random(in: -1...1.4, using: &generator) }
        let exact = SignFlip.oneSided(few, using: &generator)
        let many = few + [0, 0, 0, 0]
        let estimate = SignFlip.oneSided(many, draws: 20_000, using: &generator)
        #expect(abs(exact - estimate) < 0.02)
    }
}

@Suite struct ForgettingTests {
    @Test func measuresTransferAndFalls() throws {
        let measured = try #require(
            Forgetting(accuracies: [[0.8, 0.1, 0.2], [0.9, 0.6, 0.2], [0.7, 0.5, 0.9]]))
        #expect(abs(measured.backwardTransfer - -0.1) < 1e-12)
        #expect(abs(measured.forgetting - 0.15) < 1e-12)
    }

    @Test func improvementIsNoForgetting() throws {
        let measured = try #require(Forgetting(accuracies: [[0.5, 0], [0.9, 0.7]]))
        #expect(abs(measured.backwardTransfer - 0.4) < 1e-12)
        #expect(measured.forgetting == 0)
    }

    @Test func otherShapesAreRefused() {
        #expect(Forgetting(accuracies: []) == nil)
        #expect(Forgetting(accuracies: [[1]]) == nil)
        #expect(Forgetting(accuracies: [[1, 0], [1]]) == nil)
    }
}
