import EtudeDomain
import EtudeReview
import Testing

@Suite struct LinterTests {
    /// What a finding is about: its rule and the number of its strategy.
    private func findings(in contents: MemoryContents, of rule: String) -> [Finding] {
        Linter.findings(in: contents).filter { $0.rule == rule }
    }

    private func path(_ number: Int, skill: String = "desk") throws -> String {
        "strategies/\(skill)/\(try Sample.id(number)).md"
    }

    @Test func soundEntriesGiveNoFinding() throws {
        let contents = try Sample.contents([
            Sample.strategy(1), Sample.strategy(2, cues: ["money"], action: "answer `c`"),
            Sample.strategy(3, skill: "desk/mail", supersedes: [1, 4]),
            Sample.strategy(4, status: .retired),
        ])
        #expect(Linter.findings(in: contents) == [])
        #expect(Linter.findings(in: try Sample.contents(skills: [])) == [])
    }

    @Test func aStrategyOfAnUnknownSkillIsAnError() throws {
        let contents = try Sample.contents([
            Sample.strategy(1, skill: "desc"), Sample.strategy(2, skill: "somewhere/else"),
            Sample.strategy(3, skill: "mail"), Sample.strategy(4, skill: "desk/mial"),
        ])
        let found = findings(in: contents, of: "unknown-skill")
        #expect(found.allSatisfy { $0.severity == .error })
        #expect(
            found.map(\.path) == [
                try path(1, skill: "desc"), try path(4, skill: "desk/mial"),
                try path(3, skill: "mail"), try path(2, skill: "somewhere/else"),
            ])
        #expect(found.first?.message == "no skill is called 'desc'")
        #expect(
            found.map(\.hint) == [
                "did you mean 'desk'?", "did you mean 'desk/mail'?", "did you mean 'desk/mail'?",
                "add 'skills/somewhere/else/skill.md'",
            ])
    }

    @Test func aFormerPathOfASkillIsKnown() throws {
        let skills = [try Sample.skill("desk", aliases: ["counter"])]
        let strategy = try Sample.strategy(1, skill: "counter")
        let contents = MemoryContents(
            charter: try Sample.contents().charter, taxonomy: Taxonomy(skills),
            strategies: [.init(strategy: strategy, path: "strategies/counter/x.md")],
            competencies: [])
        #expect(findings(in: contents, of: "unknown-skill") == [])
    }

    @Test func aSkillWithoutItsParentIsAnError() throws {
        let contents = try Sample.contents(skills: [
            "desk", "shop/till/cash", "desk/mail", "yard/gate",
        ])
        let found = findings(in: contents, of: "missing-parent")
        #expect(
            found.map(\.path) == ["skills/shop/till/cash/skill.md", "skills/yard/gate/skill.md"])
        #expect(
            found.map(\.hint) == ["add 'skills/shop/till/skill.md'", "add 'skills/yard/skill.md'"])
        #expect(found.allSatisfy { $0.severity == .error })
        #expect(found.first?.message == "the skill above, 'shop/till', has no file")
    }

    @Test(arguments: [
        (["**"], [], []), (["desk/**"], [], []), (["desk"], [], [2]), ([], [], [1, 2]),
        (["**"], ["desk/mail"], [2]), (["**"], ["**"], [1, 2]), (["*/mail"], [], [1]),
    ])
    func aStrategyOutsideTheCharterIsAnError(
        allow: [String], deny: [String], outside: [Int]
    ) throws {
        let contents = try Sample.contents(
            [
                Sample.strategy(1), Sample.strategy(2, skill: "desk/mail"),
                Sample.strategy(3, status: .retired, cues: ["other"]),
            ], allow: allow, deny: deny)
        let found = findings(in: contents, of: "outside-charter")
        let expected = try outside.map { try path($0, skill: $0 == 2 ? "desk/mail" : "desk") }
        #expect(found.map(\.path) == expected)
        #expect(found.allSatisfy { $0.severity == .error })
    }

    @Test func whatIsReplacedHasToBeThere() throws {
        let contents = try Sample.contents([
            Sample.strategy(1, supersedes: [2, 8, 9]), Sample.strategy(2, status: .retired),
        ])
        let found = findings(in: contents, of: "dangling-supersedes")
        #expect(
            found.map(\.message) == [
                "it replaces '0000000008', which is not in this memory",
                "it replaces '0000000009', which is not in this memory",
            ])
        #expect(found.allSatisfy { $0.severity == .warning && $0.path.contains("0000000001") })
    }

    @Test func twoStrategiesThatSayTheSameAreWorthAWarning() throws {
        let contents = try Sample.contents([
            Sample.strategy(1, cues: ["fund", "source of funds"]),
            Sample.strategy(
                2, cues: ["Source of FUND", "FUNDS"], action: "say `B`", because: "other"),
            Sample.strategy(3, cues: ["fund"]),
            Sample.strategy(4, skill: "desk/mail", cues: ["fund", "source of funds"]),
            Sample.strategy(5, status: .retired, cues: ["fund", "source of funds"]),
            Sample.strategy(6, cues: ["fund", "source of funds"], insteadOf: nil),
            Sample.strategy(7, cues: ["fund", "source of funds"]),
        ])
        let found = findings(in: contents, of: "repeated-lesson")
        #expect(found.map(\.path) == [try path(2), try path(7)])
        #expect(
            found.map(\.message)
                == Array(repeating: "it says the same as '\(try path(1))'", count: 2))
        #expect(found.allSatisfy { $0.severity == .warning })
    }

    @Test func twoActionsOnTheSameCueAreWorthAWarning() throws {
        let contents = try Sample.contents([
            Sample.strategy(1, cues: ["fund", "money"]),
            Sample.strategy(2, cues: ["Funds", "bank"], action: "answer `c`"),
            Sample.strategy(3, skill: "desk/mail", action: "answer `c`"),
            Sample.strategy(4, status: .retired, action: "answer `c`"),
            Sample.strategy(5, action: "answer `d`", insteadOf: "answer `z`"),
            Sample.strategy(6, action: "say `B`"),
        ])
        let found = findings(in: contents, of: "contradiction")
        #expect(found.map(\.path) == [try path(2)])
        #expect(found.first?.message == "on the same cue, '\(try path(1))' asks for another action")
        #expect(found.first?.severity == .warning)
    }

    @Test func aContradictionOnTwoCuesIsToldOnce() throws {
        let contents = try Sample.contents([
            Sample.strategy(1, cues: ["fund", "money", "fund"]),
            Sample.strategy(2, cues: ["money", "fund"], action: "answer `c`"),
        ])
        #expect(findings(in: contents, of: "contradiction").map(\.path) == [try path(2)])
    }

    @Test func aStrategyThatContradictsALaterOneIsFound() throws {
        let contents = try Sample.contents([
            Sample.strategy(1, cues: ["fund"]), Sample.strategy(2, cues: ["fund"]),
            Sample.strategy(3, cues: ["fund"], action: "answer `c`"),
        ])
        #expect(findings(in: contents, of: "contradiction").map(\.path) == [try path(3)])
    }

    @Test(arguments: [
        ([], true), (["the"], true), (["is it", "do you"], true), (["the fund"], false),
        (["the", "fund"], false),
    ])
    func aStrategyNeedsACueThatMeansSomething(cues: [String], isFound: Bool) throws {
        let contents = try Sample.contents([
            Sample.strategy(1, cues: cues), Sample.strategy(2, status: .retired, cues: cues),
        ])
        let found = findings(in: contents, of: "no-cue")
        #expect(found.map(\.path) == (isFound ? [try path(1)] : []))
        #expect(found.allSatisfy { $0.severity == .warning })
    }

    @Test func findingsAreInTheOrderOfFilesAndRules() throws {
        let strategies = try [
            Sample.strategy(2, skill: "desc", cues: []), Sample.strategy(1, supersedes: [9]),
            Sample.strategy(3, cues: ["the"], action: "answer `x`"), Sample.strategy(4),
        ]
        let skills = ["desk", "shop/till"]
        let found = Linter.findings(in: try Sample.contents(strategies, skills: skills))
        let order = found.map { [$0.path, $0.rule] }
        #expect(order == order.sorted { $0.lexicographicallyPrecedes($1) })
        #expect(
            Set(found.map(\.rule)) == [
                "no-cue", "unknown-skill", "dangling-supersedes", "missing-parent",
                "repeated-lesson",
            ])
        #expect(found == Linter.findings(in: try Sample.contents(strategies, skills: skills)))
    }
}
