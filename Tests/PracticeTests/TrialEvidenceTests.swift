import EtudeDomain
import EtudePractice
import EtudeTestSupport
import Testing

@Suite struct TrialEvidenceTests {
    /// A lesson that fires on "refund", and what came of a task where it does.
    private let lesson: Lesson

    init() throws {
        lesson = Lesson(
            skill: try #require(SkillPath("support")), title: "Look it up",
            when: "a refund is asked for", cues: [try #require(Cue("refund"))],
            action: try #require(Action("call `find_order`")), insteadOf: nil,
            because: "it fails otherwise")
    }

    private func evidence(
        fixed: Int = 0, broken: Int = 0, idle: Int = 0, wrong: Int = 0
    ) -> TrialEvidence {
        var evidence = TrialEvidence()
        var generator = SplitMix(seed: 1)
        func count(_ times: Int, right: String, base: Bool, with: Bool) {
            for _ in 0..<times {
                let attempt = Attempt(
                    trace: EntryID(using: &generator), skill: lesson.skill,
                    task: "my refund", leaning: nil, right: right, succeeded: base,
                    baseSucceeded: base)
                evidence.count(attempt, for: lesson, without: base, with: with)
            }
        }
        count(fixed, right: "find_order", base: false, with: true)
        count(broken, right: "refund", base: true, with: false)
        count(idle, right: "find_order", base: true, with: true)
        count(wrong, right: "refund", base: false, with: false)
        return evidence
    }

    /// 1 − I(½; 1 + fixed, 1 + broken), by hand.
    @Test(arguments: [
        (0, 0, 0.5), (1, 0, 0.75), (0, 1, 0.25), (4, 0, 0.96875), (2, 1, 0.6875),
        (5, 2, 1 - 37.0 / 256),
    ])
    func theBeliefIsThatOfABetaDistribution(fixed: Int, broken: Int, belief: Double) {
        #expect(abs(evidence(fixed: fixed, broken: broken).effectBelief - belief) < 1e-12)
    }

    @Test func theVerdictTakesFourWithoutOneAgainst() {
        #expect(evidence(fixed: 3).verdict == .unknown)
        #expect(evidence(fixed: 4).verdict == .helps)
        #expect(evidence(broken: 3).verdict == .unknown)
        #expect(evidence(broken: 4).verdict == .harms)
        #expect(evidence(fixed: 4, broken: 1).verdict == .unknown)
    }

    @Test func whatChangesNothingIsInertOnceItCameUpOften() {
        #expect(evidence().verdict == .unknown)
        #expect(evidence(idle: TrialEvidence.enough - 1).verdict == .unknown)
        #expect(evidence(idle: TrialEvidence.enough).verdict == .inert)
    }

    @Test func wrongAdviceThatNobodyFollowedHarms() {
        let evidence = evidence(wrong: 8)
        #expect(evidence.pairs.broken == 0)
        #expect(evidence.advice == AdviceRecord(helped: 0, harmed: 4))
        #expect(evidence.verdict == .harms)
    }

    @Test func betterEvidenceComesFirst() {
        #expect(evidence(fixed: 4).precedes(evidence(fixed: 3)) == true)
        #expect(evidence(broken: 1).precedes(evidence()) == false)
        #expect(evidence().precedes(evidence()) == nil)
    }
}
