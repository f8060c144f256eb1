import EtudeDomain
import EtudeReview
import Testing

@Suite struct SemanticDiffTests {
    private func changes(
        from old: [Strategy], to new: [Strategy]
    ) throws -> [SemanticDiff.Change] {
        let diff = SemanticDiff(from: try Sample.contents(old), to: try Sample.contents(new))
        return diff.skills.flatMap(\.strategies)
    }

    @Test func equalMemoriesDifferInNothing() throws {
        let contents = try Sample.contents(
            [Sample.strategy(1)], competencies: [Sample.competency("desk")])
        #expect(SemanticDiff(from: contents, to: contents).skills == [])
        let empty = try Sample.contents()
        #expect(SemanticDiff(from: empty, to: empty).skills == [])
    }

    @Test func aNewStrategyIsLearnedAndALostOneRetired() throws {
        let (kept, other) = (try Sample.strategy(1), try Sample.strategy(2))
        #expect(try changes(from: [kept], to: [kept, other]) == [.learned(other)])
        #expect(try changes(from: [kept, other], to: [kept]) == [.retired(other)])
    }

    @Test(arguments: [Strategy.Status.proposed, .active])
    func aChangeOfStatusIsAChangeOfBehaviourWhereItEndsRecall(status: Strategy.Status) throws {
        let used = try Sample.strategy(1, status: status)
        let retired = try Sample.strategy(1, status: .retired)
        #expect(try changes(from: [used], to: [retired]) == [.retired(used)])
        #expect(try changes(from: [retired], to: [used]) == [.learned(used)])
        #expect(try changes(from: [], to: [retired]) == [])
    }

    @Test(arguments: [
        (["fund", "money"], "answer `b`", "because"), (["fund"], "answer `c`", "because"),
        (["fund"], "answer `b`", "another reason"), (["funds"], "answer `b`", "because"),
    ])
    func anotherLessonUnderTheSameIdIsAChange(
        cues: [String], action: String, because: String
    ) throws {
        let old = try Sample.strategy(1)
        let new = try Sample.strategy(1, cues: cues, action: action, because: because)
        #expect(try changes(from: [old], to: [new]) == [.changed(from: old, to: new)])
    }

    @Test func whatIsNotPartOfTheLessonIsNoChange() throws {
        let old = try Sample.strategy(1)
        let new = try Sample.strategy(1, supersedes: [9], agent: "desk-2")
        #expect(try changes(from: [old], to: [new]) == [])
    }

    @Test func changesAreTheLatestForm() throws {
        let (old, new) = (try Sample.strategy(1), try Sample.strategy(1, because: "new"))
        #expect(SemanticDiff.Change.learned(old).strategy == old)
        #expect(SemanticDiff.Change.retired(old).strategy == old)
        #expect(SemanticDiff.Change.changed(from: old, to: new).strategy == new)
    }

    @Test func aStrategyThatMovesIsToldUnderItsNewSkill() throws {
        let old = try Sample.strategy(1, skill: "desk")
        let new = try Sample.strategy(1, skill: "desk/mail")
        let diff = SemanticDiff(from: try Sample.contents([old]), to: try Sample.contents([new]))
        #expect(diff.skills.map(\.skill.text) == ["desk/mail"])
        #expect(diff.skills.first?.strategies == [.changed(from: old, to: new)])
    }

    @Test func changesAreInTheOrderOfSkillsAndIds() throws {
        let mail = try [5, 3, 4].map { try Sample.strategy($0, skill: "desk/mail") }
        let desk = try [2, 1].map { try Sample.strategy($0) }
        let gone = try Sample.strategy(6)
        let diff = SemanticDiff(
            from: try Sample.contents([gone]), to: try Sample.contents(mail + desk))
        #expect(diff.skills.map(\.skill.text) == ["desk", "desk/mail"])
        #expect(
            diff.skills.map { $0.strategies.map(\.strategy.id) } == [
                try [1, 2, 6].map(Sample.id), try [3, 4, 5].map(Sample.id),
            ])
    }

    @Test func competenciesAreComparedBySkillAndAgent() throws {
        let before = try [
            Sample.competency("desk", agent: "b", attempts: 1),
            Sample.competency("desk", agent: "gone"), Sample.competency("desk", agent: "same"),
        ]
        let after = try [
            Sample.competency("desk", agent: "b", attempts: 2),
            Sample.competency("desk", agent: "same"), Sample.competency("desk/mail", agent: "a"),
        ]
        let diff = SemanticDiff(
            from: try Sample.contents(competencies: before),
            to: try Sample.contents(competencies: after))
        #expect(diff.skills.map(\.skill.text) == ["desk", "desk/mail"])
        let desk = diff.skills[0].progress
        #expect(desk.map(\.agent) == ["b", "gone"])
        #expect(desk.map(\.before) == [before[0], before[1]])
        #expect(desk.map(\.after) == [after[0], nil])
        #expect(diff.skills[1].progress.map(\.before) == [nil])
        #expect(diff.skills[1].strategies == [])
    }

    @Test func theOrderOfFilesMeansNothing() throws {
        let strategies = try (1...6).map {
            try Sample.strategy($0, skill: $0 % 2 == 0 ? "desk" : "desk/mail")
        }
        let competencies = try ["a", "b", "c"].map { try Sample.competency("desk", agent: $0) }
        let forward = SemanticDiff(
            from: try Sample.contents(),
            to: try Sample.contents(strategies, competencies: competencies))
        let backward = SemanticDiff(
            from: try Sample.contents(),
            to: try Sample.contents(strategies.reversed(), competencies: competencies.reversed()))
        #expect(forward == backward)
    }
}
