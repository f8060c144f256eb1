import EtudePractice
import Foundation
import Testing

@Suite struct DifficultyBeliefTests {
    @Test func oneStepOfTheFormula() {
        var belief = DifficultyBelief(stated: 0.5)
        belief.observe(success: false, ability: 1)
        let chance = 1 / (1 + exp(-0.5))
        let variance = 1 / (1 + chance * (1 - chance))
        #expect(abs(belief.variance - variance) < 1e-12)
        #expect(abs(belief.mean - (0.5 + variance * chance)) < 1e-12)
    }

    @Test func itMirrorsTheBeliefAboutAbility() {
        var (ability, difficulty) = (AbilityBelief(mean: 0.3, variance: 1), DifficultyBelief())
        for success in [true, false, false, true, true] {
            ability = AbilityBelief(mean: -difficulty.mean, variance: difficulty.variance)
            ability.observe(success: success, difficulty: 0, elapsed: 0)
            difficulty.observe(success: success, ability: 0)
            #expect(abs(difficulty.mean + ability.mean) < 1e-12)
            #expect(abs(difficulty.variance - ability.variance) < 1e-12)
        }
    }

    @Test func anAbleAgentsFailureSaysMore() {
        var (weak, able) = (DifficultyBelief(), DifficultyBelief())
        weak.observe(success: false, ability: -1)
        able.observe(success: false, ability: 2)
        #expect(able.mean > weak.mean)
        #expect(weak.mean > 0)
    }
}
