import EtudeDomain
import EtudePractice
import EtudeTestSupport
import Testing

@Suite struct SchedulerTests {
    private func candidate(
        _ skill: String, _ state: Competency.State, due: Int? = nil, lastUnit: Int? = nil,
        disturbed: Int? = nil
    ) throws -> Scheduler.Candidate {
        let retention = due.map { Competency.Retention(stability: 5, difficulty: 5, due: $0) }
        let competency = Competency(
            skill: try Sample.path(skill), agent: "desk-1", attempts: 1, successes: 1, ability: 1,
            uncertainty: 0.5, competence: 0.7, low: 0.5, high: 0.9, state: state,
            retention: retention, traces: nil, memory: nil, updated: Sample.moment)
        return Scheduler.Candidate(competency: competency, lastUnit: lastUnit, disturbed: disturbed)
    }

    private func scheduler(_ candidates: [Scheduler.Candidate]) -> Scheduler {
        Scheduler(candidates: candidates, unit: 100, targetSuccess: 0.7)
    }

    @Test func nothingToPractiseIsNoChoice() throws {
        var none = scheduler([])
        #expect(none.next() == nil)
        var kept = scheduler([try candidate("a", .mastered, due: 101, lastUnit: 90)])
        #expect(kept.next() == nil)
    }

    @Test func weakSkillsTakeTurnsLongestWaitingFirst() throws {
        var scheduler = scheduler([
            try candidate("a", .below, lastUnit: 9), try candidate("b", .unknown),
            try candidate("c", .below, lastUnit: 3), try candidate("d", .able, lastUnit: 1),
        ])
        let turns = (0..<5).compactMap { _ in scheduler.next() }
        #expect(turns.map(\.skill.text) == ["b", "c", "a", "b", "c"])
        #expect(turns.prefix(3).map(\.reason) == [.unknown, .belowThreshold, .belowThreshold])
    }

    @Test func dueSkillsComeFirstAndOnce() throws {
        var scheduler = scheduler([
            try candidate("a", .below), try candidate("b", .mastered, due: 100, lastUnit: 50),
            try candidate("c", .mastered, due: 90, lastUnit: 50),
            try candidate("d", .mastered, due: 500, lastUnit: 50, disturbed: 60),
        ])
        let turns = (0..<5).compactMap { _ in scheduler.next() }
        #expect(turns.map(\.skill.text) == ["d", "c", "b", "a", "a"])
        #expect(
            turns.map(\.reason) == [.interference, .due, .due, .belowThreshold, .belowThreshold])
    }

    @Test func interferenceEndsWithTheNextAttempt() throws {
        var scheduler = scheduler([
            try candidate("d", .mastered, due: 500, lastUnit: 61, disturbed: 60)
        ])
        #expect(scheduler.next() == nil)
    }

    @Test func ableSkillsFillTheTime() throws {
        let agenda = scheduler([
            try candidate("a", .able, lastUnit: 5), try candidate("b", .able, lastUnit: 4),
            try candidate("c", .mastered, due: 500, lastUnit: 3),
        ]).agenda
        #expect(agenda.map(\.skill.text) == ["b", "a"])
        #expect(agenda.map(\.reason) == [.notMastered, .notMastered])
    }

    @Test func difficultyAimsAtTheTarget() throws {
        let choice = try #require(scheduler([try candidate("a", .below)]).agenda.first)
        let belief = AbilityBelief(mean: 1, variance: 0.25)
        #expect(abs(belief.chance(at: choice.difficulty) - 0.7) < 1e-12)
    }

    @Test func askingAgainAfterEachAttemptGoesRoundToo() throws {
        let taxonomy = try Sample.taxonomy("a", "b", "c")
        var model = CompetencyModel(
            agent: "desk-1", charter: try Sample.charter(), taxonomy: taxonomy)
        var turns: [String] = []
        for number in 0..<6 {
            var scheduler = Scheduler(
                candidates: model.candidates(updated: Sample.moment), unit: model.units,
                targetSuccess: 0.7)
            let next = scheduler.next()
            let choice = try #require(next)
            turns.append(choice.skill.text)
            model.count(try Sample.trace(number, skill: choice.skill.text))
        }
        #expect(turns == ["a", "b", "c", "a", "b", "c"])
    }
}

@Suite struct StrataTests {
    @Test func strataTakeTurns() {
        let strata = Strata(
            zip(["x", "x", "y", "x", "z", "y"], 0...).map { (stratum: $0, item: $1) })
        #expect(Array(strata) == [0, 2, 4, 1, 5, 3])
    }

    @Test func emptyBankEndsAtOnce() {
        var strata = Strata([(stratum: String, item: Int)]())
        #expect(strata.next() == nil)
    }

    @Test func everyItemComesOnce() {
        var generator = SplitMix(seed: 3)
        let bank = (0..<500).map { (stratum: String($0 % 7), item: $0) }
            .shuffled(using: &generator)
        #expect(Array(Strata(bank)).sorted() == Array(0..<500))
    }
}

@Suite struct InterferenceTests {
    @Test func skillsElsewhereWhereALessonFiresAreDisturbed() throws {
        let attempts = try [
            ("support/intent", "my fund"), ("support/intent/money", "the fund"),
            ("other", "a fund"), ("third", "a card"), ("support", "fund it"),
        ].enumerated().map { number, attempt in
            try Sample.attempt(
                number, skill: attempt.0, task: attempt.1, leaning: "verify_identity", right: "x")
        }
        let disturbed = Interference.skills(disturbedBy: try Sample.lesson(), in: attempts)
        #expect(disturbed == [try Sample.path("other"), try Sample.path("support")])
    }
}
