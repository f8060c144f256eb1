import EtudeDomain
import EtudePractice
import Testing

import struct Foundation.Date

@Suite struct AbilityBeliefTests {
    @Test func firstSuccessFollowsTheFormula() {
        var belief = AbilityBelief()
        belief.observe(success: true, difficulty: 0, elapsed: 0)
        #expect(abs(belief.variance - 1.44) < 1e-12)
        #expect(abs(belief.mean - 0.72) < 1e-12)
    }

    @Test func varianceDriftsWithPracticeUnits() {
        var belief = AbilityBelief(mean: 1, variance: 0.5)
        belief.observe(success: false, difficulty: 1, elapsed: 10)
        #expect(abs(belief.variance - 1 / (1 / 0.7 + 0.25)) < 1e-12)
        #expect(abs(belief.mean - (1 - 0.5 * belief.variance)) < 1e-12)
    }

    @Test(arguments: [1_000, Int.max])
    func driftIsCapped(elapsed: Int) {
        var belief = AbilityBelief(mean: 0, variance: 0.1)
        belief.observe(success: true, difficulty: 0, elapsed: elapsed)
        #expect(abs(belief.variance - 1.44) < 1e-12)
    }

    @Test func negativeElapsedCountsAsZero() {
        var (early, now) = (
            AbilityBelief(mean: 0, variance: 1), AbilityBelief(mean: 0, variance: 1)
        )
        early.observe(success: true, difficulty: 0.3, elapsed: -5)
        now.observe(success: true, difficulty: 0.3, elapsed: 0)
        #expect(early == now)
    }

    @Test(arguments: [-1e6, -40, 40, 1e6])
    func extremesStayFinite(difficulty: Double) {
        var belief = AbilityBelief()
        for step in 0..<100_000 {
            belief.observe(success: step.isMultiple(of: 2), difficulty: difficulty, elapsed: 1)
        }
        #expect(belief.mean.isFinite && belief.variance > 0)
        #expect((0...1).contains(belief.low) && belief.low <= belief.competence)
        #expect(belief.competence <= belief.high && belief.high <= 1)
    }

    @Test func bandIsOfNinetyPercent() {
        let belief = AbilityBelief(mean: 0.5, variance: 0.25)
        #expect(abs(belief.competence - 0.6224593312) < 1e-9)
        #expect(abs(belief.low - 0.4200665998) < 1e-9)
        #expect(abs(belief.high - 0.7895973407) < 1e-9)
    }

    @Test(arguments: [
        (4.0, 0.1, Competency.State.mastered), (0.5, 0.1, .below), (-1, 2.25, .below),
        (1.2, 1.0, .unknown), (1.2, 0.3, .able),
    ])
    func stateFollowsTheThresholds(mean: Double, variance: Double, expected: Competency.State) {
        let belief = AbilityBelief(mean: mean, variance: variance)
        #expect(belief.state(threshold: 0.70, mastered: 0.85) == expected)
    }

    @Test func rollUpWeighsByCertainty() {
        let leaves = [
            AbilityBelief(mean: 2, variance: 0.5), AbilityBelief(mean: -1, variance: 1.5),
        ]
        let parent = AbilityBelief.rollUp(leaves)
        #expect(abs(parent.mean - 1) < 1e-12)
        #expect(abs(parent.variance - 1 / 1.5) < 1e-12)
    }

    @Test func rollUpOfNothingIsThePrior() {
        #expect(AbilityBelief.rollUp([]) == AbilityBelief(mean: 0, variance: 2.25))
    }

    @Test func leafStartsFromItsParent() {
        let parent = AbilityBelief(mean: 0.8, variance: 0.4)
        #expect(AbilityBelief.leaf(under: parent) == AbilityBelief(mean: 0.8, variance: 0.9))
    }

    @Test(arguments: [(0.7, 0.7), (0.05, 0.4), (0.99, 0.9)])
    func nextDifficultyAimsAtTheTarget(target: Double, chance: Double) {
        let belief = AbilityBelief(mean: 1.3, variance: 1)
        let difficulty = belief.nextDifficulty(targetSuccess: target)
        #expect(abs(belief.chance(at: difficulty) - chance) < 1e-12)
    }

    @Test(arguments: [(0.0, true), (2.0, false), (-2.3, false), (-2.1, true)])
    func onlyTasksThatTeachAreAdmitted(difficulty: Double, isAdmitted: Bool) {
        #expect(AbilityBelief(mean: 0, variance: 1).admits(difficulty: difficulty) == isAdmitted)
    }
}
