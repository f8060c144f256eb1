import EtudeDomain
import EtudePractice
import EtudeTestSupport
import Testing

@Suite struct CompetencyModelTests {
    private func model(
        _ taxonomy: Taxonomy, _ attempts: [(skill: String, outcome: Trace.Outcome)]
    ) throws -> CompetencyModel {
        let traces = try attempts.enumerated().map { number, attempt in
            try Sample.trace(number, skill: attempt.skill, outcome: attempt.outcome)
        }
        return CompetencyModel(
            agent: "desk-1", charter: try Sample.charter(), taxonomy: taxonomy, traces: traces)
    }

    @Test func withoutAttemptsASkillIsUnknown() throws {
        let model = try model(Sample.taxonomy("a"), [])
        let competency = model.competency(of: try Sample.path("a"), updated: Sample.moment)
        #expect(competency.state == .unknown)
        #expect(competency.attempts == 0 && competency.successes == 0)
        #expect(competency.ability == 0 && competency.uncertainty == 1.5)
        #expect(competency.retention == nil)
    }

    @Test func timeCountsTheAttemptsAtAllSkills() throws {
        let model = try model(
            Sample.taxonomy("a", "b"),
            [("a", .success), ("b", .failure), ("b", .failure), ("a", .success)])
        var expected = AbilityBelief()
        expected.observe(success: true, difficulty: 0, elapsed: 0)
        expected.observe(success: true, difficulty: 0, elapsed: 3)
        #expect(model.belief(of: try Sample.path("a")) == expected)
        #expect(model.units == 4)
    }

    @Test func parentRollsUpItsChildren() throws {
        let model = try model(
            Sample.taxonomy("a", "a/x", "a/y"), [("a/x", .success), ("a/y", .failure)])
        let leaves = try ["a/x", "a/y"].map { model.belief(of: try Sample.path($0)) }
        #expect(model.belief(of: try Sample.path("a")) == AbilityBelief.rollUp(leaves))
        let parent = model.competency(of: try Sample.path("a"), updated: Sample.moment)
        #expect(parent.attempts == 2 && parent.successes == 1)
    }

    @Test func ownAttemptsOfAParentActAsOneMoreLeaf() throws {
        let taxonomy = try Sample.taxonomy("a", "a/x")
        let model = try model(taxonomy, [("a", .success), ("a/x", .failure)])
        var own = AbilityBelief()
        own.observe(success: true, difficulty: 0, elapsed: 0)
        let leaf = model.belief(of: try Sample.path("a/x"))
        #expect(model.belief(of: try Sample.path("a")) == AbilityBelief.rollUp([own, leaf]))
        #expect(model.competency(of: try Sample.path("a"), updated: Sample.moment).attempts == 2)
    }

    @Test func newLeafStartsFromItsParent() throws {
        let taxonomy = try Sample.taxonomy("a", "a/x", "a/y")
        let model = try model(taxonomy, Array(repeating: ("a/x", .success), count: 8))
        let parent = model.belief(of: try Sample.path("a"))
        #expect(model.belief(of: try Sample.path("a/y")) == AbilityBelief.leaf(under: parent))
        #expect(model.state(of: try Sample.path("a/y")) == .unknown)
    }

    @Test func retiredSkillsDoNotCountAbove() throws {
        let taxonomy = Taxonomy([
            try Sample.skill("a"), try Sample.skill("a/x"),
            try Sample.skill("a/y", status: .retired),
        ])
        let model = try model(taxonomy, [("a/x", .success), ("a/y", .failure)])
        let only = model.belief(of: try Sample.path("a/x"))
        #expect(model.belief(of: try Sample.path("a")) == AbilityBelief.rollUp([only]))
        #expect(model.competency(of: try Sample.path("a"), updated: Sample.moment).attempts == 1)
    }

    @Test func attemptsFollowASkillThatMoved() throws {
        let taxonomy = Taxonomy([try Sample.skill("b", aliases: ["a"])])
        let model = try model(taxonomy, [("a", .success), ("b", .success)])
        #expect(model.competency(of: try Sample.path("b"), updated: Sample.moment).attempts == 2)
    }

    @Test func skillsMayHaveTheirOwnThresholds() throws {
        let taxonomy = Taxonomy([try Sample.skill("a", threshold: 0.2, mastered: 0.3)])
        let model = try model(taxonomy, Array(repeating: ("a", .success), count: 3))
        #expect(model.state(of: try Sample.path("a")) == .mastered)
    }

    @Test func masteryStartsRetention() throws {
        let taxonomy = try Sample.taxonomy("a")
        let model = try model(taxonomy, Array(repeating: ("a", .success), count: 200))
        let competency = model.competency(of: try Sample.path("a"), updated: Sample.moment)
        #expect(competency.state == .mastered)
        let retention = try #require(competency.retention)
        #expect(retention.due > 199)
        #expect(retention.stability > RetentionModel(first: .succeeded).stability)
    }

    @Test func lapseShortensTheInterval() throws {
        let taxonomy = try Sample.taxonomy("a")
        let successes = Array(repeating: (skill: "a", outcome: Trace.Outcome.success), count: 200)
        let before = try model(taxonomy, successes)
        let after = try model(taxonomy, successes + [("a", .failure)])
        let path = try Sample.path("a")
        let kept = try #require(before.competency(of: path, updated: Sample.moment).retention)
        let lapsed = try #require(after.competency(of: path, updated: Sample.moment).retention)
        #expect(lapsed.stability < kept.stability)
        #expect(lapsed.difficulty > kept.difficulty)
    }

    @Test func foldingOneByOneIsTheSameAsAllAtOnce() throws {
        let taxonomy = try Sample.taxonomy("a", "a/x", "a/y", "b")
        var generator = SplitMix(seed: 7)
        let attempts = (0..<300).map { _ in
            (
                skill: ["a", "a/x", "a/y", "b"].randomElement(using: &generator) ?? "a",
                outcome: Bool.random(using: &generator) ? Trace.Outcome.success : .failure
            )
        }
        #expect(try model(taxonomy, attempts) == model(taxonomy, attempts))
    }

    @Test func latestOutcomesAreKept() throws {
        let outcomes = (0..<30).map { $0.isMultiple(of: 3) ? Trace.Outcome.success : .failure }
        let model = try model(Sample.taxonomy("a"), outcomes.map { ("a", $0) })
        #expect(model.outcomes(of: try Sample.path("a")) == Array(outcomes.suffix(20)))
        #expect(model.lastUnit(of: try Sample.path("a")) == 29)
        #expect(model.skillsTried == [try Sample.path("a")])
    }

    @Test func candidatesAreActiveLeavesInsideTheBoundary() throws {
        let taxonomy = Taxonomy([
            try Sample.skill("a"), try Sample.skill("a/x"), try Sample.skill("a/secret"),
            try Sample.skill("b", status: .proposed), try Sample.skill("c"),
        ])
        let model = CompetencyModel(
            agent: "desk-1", charter: try Sample.charter(deny: ["a/secret"]), taxonomy: taxonomy)
        let all = model.candidates(updated: Sample.moment).map(\.competency.skill.text)
        #expect(all == ["a/x", "c"])
        let some = model.candidates(under: try Sample.path("a"), updated: Sample.moment)
        #expect(some.map(\.competency.skill.text) == ["a/x"])
    }
}
