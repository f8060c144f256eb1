@testable import EtudeRuntime
import EtudeAgents
import EtudeDomain
import EtudeStore
import EtudeTestSupport
import Foundation
import Testing

@Suite struct MakeScenariosTests {
    let scratch: Scratch

    init() async throws {
        scratch = try Scratch()
        try await scratch.initialize("support", "support/refunds", "support/parcels")
    }

    func make(
        from source: MakeScenarios.Source = .failures, skill: SkillPath? = nil,
        difficulty: Double? = nil, count: Int = 10, isDryRun: Bool = false
    ) async throws -> MakeScenarios.Outcome {
        try await MakeScenarios(
            from: source, skill: skill, difficulty: difficulty, count: count, isDryRun: isDryRun
        ).run(scratch.finder, surroundings: .fixed(seed: 5))
    }

    /// Keeps attempts, a second apart.
    func keep(
        _ attempts: (task: String, outcome: Trace.Outcome, right: String?)...,
        skill path: String = "support/refunds"
    ) async throws {
        let memory = try await scratch.memory(.fixed(seed: UInt64(path.count)))
        for (number, attempt) in attempts.enumerated() {
            let moment = Surroundings.fixed().now().addingTimeInterval(Double(number))
            try await memory.keep(
                Trace(
                    id: memory.surroundings.newID(), skill: try skill(path), agent: "desk-1",
                    task: attempt.task, outcome: attempt.outcome, started: moment, ended: moment,
                    choice: Trace.Choice(answer: "refund", right: attempt.right), evaluation: .none)
            )
        }
        await memory.saveIndex()
    }

    @Test func eachFailureBecomesAScenarioTheLatestFirst() async throws {
        try await keep(
            ("refund order 1", .failure, "find_order"), ("refund order 2", .success, "find_order"),
            ("refund order 3", .failure, nil), ("refund order 4", .failure, "refuse"),
            ("refund order 1", .failure, "find_order"))
        let outcome = try await make()
        #expect(outcome.scenarios.map(\.title) == ["refund order 1", "refund order 4"])
        #expect(outcome.notes == ["1 left out: nobody said what would have been right"])
        // Failed twice, so it is taken to be harder.
        #expect(outcome.scenarios[0].difficulty > outcome.scenarios[1].difficulty)
        let made = try await scratch.memory().snapshot().scenarios
        #expect(Set(made.map(\.task)) == ["refund order 1", "refund order 4"])
        #expect(Set(made.map(\.grader)) == [.exact("find_order"), .exact("refuse")])
        let traces = Set(try await scratch.memory().traces().map(\.id.text))
        #expect(made.allSatisfy { traces.contains($0.source ?? "") })
        #expect(
            try scratch.git("log", "-1", "--format=%s")
                == "scenario(support/refunds): refund order 4\n")
        #expect(try scratch.faults() == "")
        let again = try await make()
        #expect(again.scenarios.isEmpty)
        #expect(
            again.notes.contains(
                "2 left out: the memory has them already"))
    }

    @Test func aDifficultyPicksTheNearest() async throws {
        try await keep(
            ("easy", .success, "a"), ("easy", .success, "a"), ("easy", .failure, "a"),
            ("hard", .failure, "b"), ("hard", .failure, "b"))
        let hard = try await make(difficulty: 3, count: 1, isDryRun: true)
        let easy = try await make(difficulty: -3, count: 1, isDryRun: true)
        #expect(hard.scenarios.map(\.title) == ["hard"])
        #expect(easy.scenarios.map(\.title) == ["easy"])
        #expect(hard.scenarios.allSatisfy { $0.commit == nil })
        #expect(try scratch.files(under: "scenarios").isEmpty)
    }

    @Test func theBoundaryHolds() async throws {
        try await keep(("refund order 1", .failure, "find_order"))
        try await keep(("where is it", .failure, "track"), skill: "support/gone")
        let charter = try scratch.read("CHARTER.md")
        try scratch.write(
            charter.replacing("\nallow: [\"**\"]", with: "\nallow: [support/parcels]"),
            to: "CHARTER.md")
        try scratch.commitByHand()
        let outcome = try await make()
        #expect(outcome.scenarios.isEmpty)
        #expect(
            Set(outcome.notes) == [
                "1 left out: the charter does not allow practice of 'support/refunds'",
                "1 left out: 'support/gone' is no active skill of this memory",
            ])
    }

    @Test func aCoachVariesAFailureAtADifficulty() async throws {
        try await keep(("refund order 1", .failure, "find_order"))
        let program = """
            python3 -c '
            import json, sys
            request = json.load(sys.stdin)
            failure = request["failure"]
            tasks = ["%s, %s %.2f" % (failure["task"], failure["answered"], request["difficulty"]),
                     "token ghp_" + "aB3dE5gH7jK9mN1pQ3sT5vX7zA9cE1gI3kM5", "  "]
            print(json.dumps([{"task": task} for task in tasks] + [{"task": "x", "right": "y"}]))
            '
            """
        let coach = CommandCoach(command: program, timeLimit: .seconds(600))
        let outcome = try await make(from: .coach(coach), difficulty: 1.25)
        #expect(outcome.scenarios.map(\.title) == ["refund order 1, refund 1.25", "x"])
        #expect(outcome.scenarios.map(\.difficulty) == [1.25, 1.25])
        #expect(
            Set(outcome.notes) == [
                "1 left out: the task or its answer is too long, or holds a secret or a deceiving character",
                "1 left out: the task or its right answer is empty",
            ])
        let made = try await scratch.memory().snapshot().scenarios
        #expect(Set(made.map(\.grader)) == [.exact("find_order"), .exact("y")])
    }

    @Test func withoutADifficultyTheChanceIsTheChartersTarget() async throws {
        try await keep(("refund order 1", .failure, "find_order"))
        let program = #"sed 's/.*"chance":\([0-9.]*\),.*/[{"task":"\1"}]/'"#
        let coach = CommandCoach(command: program, timeLimit: .seconds(600))
        let outcome = try await make(from: .coach(coach))
        let chance = try #require(outcome.scenarios.first.flatMap { Double($0.title) })
        #expect(abs(chance - 0.7) < 1e-9)
    }

    @Test(arguments: [
        ("exit 3", "ended with exit status 3"), ("echo nonsense", "cannot be read"),
        ("echo '{}'", "cannot be read"),
    ])
    func aCoachThatFailsIsTold(command: String, words: String) async throws {
        try await keep(("refund order 1", .failure, "find_order"))
        let coach = CommandCoach(command: command, timeLimit: .seconds(600))
        let failure = try await failure { try await make(from: .coach(coach)) }
        #expect(failure.message.contains(words))
        #expect(try scratch.files(under: "scenarios").isEmpty)
    }

    @Test func aDeskGivesRequestsOfEachSkillInTurn() async throws {
        let other = try Scratch()
        try await other.practise(attempts: 0)
        let desk = try SmallDesk.make(in: other.folder + "/desk")
        let easy = try await MakeScenarios(from: .desk(desk), difficulty: -1, count: 4).run(
            other.finder, surroundings: .fixed(seed: 5))
        let hard = try await MakeScenarios(from: .desk(desk), difficulty: 1, count: 4).run(
            other.finder, surroundings: .fixed(seed: 6))
        for made in [easy, hard] {
            #expect(
                made.scenarios.map(\.skill).sorted() == [
                    "shop/money", "shop/money", "shop/parcels", "shop/parcels",
                ])
        }
        let sum = { (made: MakeScenarios.Outcome) in
            made.scenarios.reduce(0) { $0 + $1.difficulty }
        }
        #expect(sum(hard) > sum(easy))
        let skills = Set(try await other.memory().snapshot().scenarios.map(\.grader))
        #expect(skills.count == 4)
    }
}
