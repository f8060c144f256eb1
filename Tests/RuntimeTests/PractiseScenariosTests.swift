@testable import EtudeRuntime
import EtudeAgents
import EtudeDomain
import EtudeStore
import EtudeTestSupport
import Foundation
import Testing

@Suite struct PractiseScenariosTests {
    let scratch: Scratch

    init() async throws {
        scratch = try Scratch()
        try await scratch.initialize("shop", "shop/parcels", "shop/money")
    }

    /// Writes a scenario by hand, and returns its task.
    func write(
        _ number: Int, _ task: String, skill: String, grader: String = "exact",
        expect: String, difficulty: Double = 0
    ) throws {
        try scratch.write(
            """
            ---
            id: 000000000\(number)
            title: Scenario \(number)
            skill: \(skill)
            difficulty: \(difficulty)
            grader: \(grader)
            expect: \(expect)
            ---

            \(task)

            """, to: "scenarios/\(skill)/scenario-\(number).md")
    }

    func writeDesk() throws {
        try write(1, "where is the courier today", skill: "shop/parcels", expect: "track_parcel")
        try write(2, "the box never turned up", skill: "shop/parcels", expect: "report_missing")
        try write(3, "what is this charge", skill: "shop/money", expect: "explain_charge")
        try write(4, "send the lamp's price back", skill: "shop/money", expect: "request_refund")
        try scratch.commitByHand()
    }

    @discardableResult
    func practise(
        _ skill: SkillPath? = nil, attempts: Int = 100, seed: UInt64 = 1,
        agent: (any Agent)? = nil, progress: (PracticeSession.Progress) -> Void = { _ in }
    ) async throws -> PractiseScenarios.Report {
        try await PractiseScenarios(skill: skill, attempts: attempts, seed: seed, agent: agent).run(
            scratch.finder, surroundings: .fixed(agent: "apprentice", seed: seed),
            progress: progress)
    }

    @Test func whatIsLearnedHelpsTheNextTime() async throws {
        try writeDesk()
        let first = try await practise()
        #expect(first.outcomes.items == 4)
        #expect(first.strategies.accepted > 0)
        let second = try await practise(seed: 2)
        #expect(second.outcomes.fixed > 0)
        #expect(second.outcomes.with > first.outcomes.with)
        #expect(second.outcomes.without == first.outcomes.without)
        #expect(first.skills.map(\.skill) == ["shop/money", "shop/parcels"])
        #expect(zip(first.skills, second.skills).contains { $1.after > $0.after })
        #expect(try scratch.faults() == "")
    }

    /// Two tasks done right twelve times each say less than as many different ones.
    @Test func doingTheSameTasksAgainIsNoMastery() async throws {
        try write(1, "say yes", skill: "shop/money", expect: "'yes'")
        try write(2, "say yes again", skill: "shop/money", expect: "'yes'")
        for number in 3...9 {
            try write(number, "task \(number)", skill: "shop/parcels", expect: "'yes'")
        }
        try scratch.commitByHand()
        let agent = CommandAgent(
            name: "program", command: "echo yes", timeLimit: .seconds(600), rehearses: false)
        var same: Double?
        for seed in 1...12 {
            let report = try await practise(
                try skill("shop/money"), seed: UInt64(seed), agent: agent)
            let row = try #require(report.skills.first)
            #expect(row.state != "mastered")
            same = row.after
        }
        let different = try await practise(try skill("shop/parcels"), agent: agent).skills[0]
        #expect(different.attempts == 7)
        // Twenty-four that say little more than seven.
        #expect(try #require(same) < different.after + 0.05)
    }

    @Test func theLeastPractisedComeFirstAndReasonsAreTold() async throws {
        try writeDesk()
        var reasons: [Curriculum.Reason] = []
        try await practise(attempts: 2) {
            if case .practised(_, _, _, let reason) = $0 { reasons.append(reason) }
        }
        #expect(reasons == [Curriculum.Reason.unknown, .unknown])
        let tried = Set(try await scratch.memory().traces().map(\.task))
        try await practise(attempts: 2, seed: 2)
        let both = try await scratch.memory().traces().map(\.task)
        #expect(Set(both).count == 4)
        #expect(tried.count == 2)
    }

    @Test func graderAndProgramWorkTogether() async throws {
        try write(1, "say a number", skill: "shop/money", grader: "regex", expect: "'[0-9]+'")
        try write(
            2, "say something long", skill: "shop/money", grader: "command",
            expect: "test $(wc -c) -gt 3", difficulty: 1)
        try write(
            3, "yes or no", skill: "shop/parcels", grader: "one-of", expect: "[yes, no]",
            difficulty: -1)
        try scratch.commitByHand()
        let agent = CommandAgent(
            name: "program", command: "echo 12", timeLimit: .seconds(600), rehearses: true)
        let report = try await practise(agent: agent)
        #expect(report.skills.map(\.right) == [1, 0])
        #expect(report.skills.map(\.attempts) == [2, 1])
        #expect(report.skills.map(\.difficulty) == [Double](arrayLiteral: 0.5, -1))
    }

    @Test func aGraderThatCannotJudgeIsNamedAndTheOthersGoOn() async throws {
        try write(1, "one", skill: "shop/money", grader: "regex", expect: "'([a'")
        try write(2, "two", skill: "shop/money", grader: "command", expect: "no_such_program_x")
        try write(3, "three", skill: "shop/money", expect: "request_refund")
        try scratch.commitByHand()
        let report = try await practise()
        #expect(report.outcomes.items == 1)
        #expect(report.unjudged.count == 2)
        for id in ["0000000001", "0000000002"] {
            #expect(report.unjudged.contains { $0.contains("'\(id)'") })
        }
        #expect(try await scratch.memory().traces().count == 1)
    }

    @Test func onlyTheSkillThatWasAskedForIsPractised() async throws {
        try writeDesk()
        let report = try await practise(try skill("shop/money"))
        #expect(report.skills.map(\.skill) == ["shop/money"])
        #expect(report.outcomes.items == 2)
        let failure = try await failure { try await practise(try skill("shop/nothing")) }
        #expect(failure.message.contains("no skill is called 'shop/nothing'"))
    }

    @Test func withoutScenariosThatIsSaid() async throws {
        let none = try await failure { try await practise() }
        #expect(none.message == "the memory has no scenario")
        try write(1, "where is it", skill: "shop/other", expect: "track")
        try scratch.commitByHand()
        let other = try await failure { try await practise() }
        #expect(other.message.contains("active"))
    }

    @Test func aMasteredSkillIsDueOnceANewStrategyFiresOnIt() async throws {
        try writeDesk()
        let memory = try await scratch.memory(.fixed(seed: 9))
        for number in 0..<40 {
            let moment = Surroundings.fixed().now().addingTimeInterval(-100 + Double(number))
            try await memory.keep(
                Trace(
                    id: memory.surroundings.newID(), skill: try skill("shop/parcels"),
                    agent: "apprentice", task: "refund the parcel \(number)", outcome: .success,
                    difficulty: 1, started: moment, ended: moment,
                    choice: Trace.Choice(right: "find_order"), evaluation: .none))
        }
        #expect(try await memory.disturbedSkills(of: "apprentice").isEmpty)
        try await scratch.learn(
            LessonRequest.refund(agent: "desk-1").with { $0.skill = "shop/money" })
        try await memory.refresh()
        #expect(
            try await memory.disturbedSkills(of: "apprentice") == [try skill("shop/parcels"): 40])
        var reasons: [Curriculum.Reason] = []
        try await practise(attempts: 1) {
            if case .practised(_, _, _, let reason) = $0 { reasons.append(reason) }
        }
        #expect(reasons == [Curriculum.Reason.interference])
    }
}

@Suite struct DeskOfScenariosTests {
    let scratch: Scratch

    init() async throws {
        scratch = try Scratch()
        try await scratch.initialize("shop")
    }

    func write(_ count: Int, expect: String, grader: String = "exact") throws {
        for number in 1...count {
            try scratch.write(
                """
                ---
                id: "\(String(format: "%09d", number))\(grader == "exact" ? expect.lowercased() : "z")"
                title: A task
                skill: shop
                grader: \(grader)
                expect: \(expect)
                ---

                Task \(number) about \(expect)

                """, to: "scenarios/shop/\(grader)-\(expect)-\(number).md")
        }
        try scratch.commitByHand()
    }

    @Test func everyThirdOfAnAnswerIsHeldOut() async throws {
        try write(7, expect: "a")
        try write(3, expect: "B")
        try write(2, expect: "c", grader: "regex")
        let (desk, leftOut) = try await Desk.scenarios(of: scratch.finder)
        #expect(desk.heldOut.map(\.text) == ["Task 3 about a", "Task 3 about B", "Task 6 about a"])
        #expect(desk.practice.count == 7)
        #expect(leftOut == 2)
        #expect(Set(desk.skills.keys) == ["a", "b"])
    }

    @Test func tooFewAreTold() async throws {
        try write(2, expect: "a")
        let failure = try await failure { try await Desk.scenarios(of: scratch.finder) }
        #expect(failure.message.contains("has 2 scenarios with one right answer"))
    }
}
