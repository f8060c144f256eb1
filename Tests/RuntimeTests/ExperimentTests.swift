@testable import EtudeRuntime
import EtudeAgents
import EtudeDomain
import EtudePractice
import EtudeTestSupport
import Testing

@Suite struct ExperimentTests {
    let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func desk() throws -> Desk { try SmallDesk.make(in: scratch.folder + "/desk") }

    private func experiment(
        _ arms: [Arm], desk: Desk? = nil, skills: [SkillPath] = [], seeds: Int = 1,
        checkpoints: [Int] = [12], isInSequence: Bool = false
    ) throws -> Experiment {
        let desk = try desk ?? self.desk()
        return try Experiment(
            desk: desk, agent: Apprentice(name: "apprentice", intents: desk.skills.keys),
            arms: arms, skills: skills, seeds: seeds, checkpoints: checkpoints,
            isInSequence: isInSequence)
    }

    /// What is measured is the product: the same lessons, retired and recalled alike.
    @Test(arguments: [1, 2, 5] as [UInt64])
    func theArmOfPracticeComesToWhatAMemoryInARepositoryComesTo(seed: UInt64) async throws {
        let money = try #require(SkillPath("shop/money"))
        let report = try await scratch.practise(money, attempts: 12, seed: seed)
        let rows = try await experiment([.practice], skills: [money], seeds: 5).run().rows
        let row = try #require(rows.first { $0.seed == seed })
        #expect(row.strategies == report.strategies.accepted)
        #expect(row.heldOut == report.heldOut)
        #expect(row.others == report.others)
        #expect(row.practised == 12)
    }

    @Test func theSameExperimentGivesTheSameFigures() async throws {
        let experiment = try experiment(
            Arm.allCases, seeds: 2, checkpoints: [4, 12], isInSequence: true)
        let (one, two) = (try await experiment.run(), try await experiment.run())
        #expect(one.rows == two.rows)
        #expect(one.arms == two.arms)
        #expect(one.sequence == two.sequence)
        #expect(one.adjusted == two.adjusted)
        #expect(one.rows.count == Arm.allCases.count * 2 * 2 * one.skills.count)
    }

    @Test func memoryOffIsTheBase() async throws {
        let report = try await experiment([.off]).run()
        #expect(report.rows.allSatisfy { $0.gain == 0 && $0.othersGain == 0 && $0.strategies == 0 })
        #expect(report.arms.map(\.gain) == [0])
        #expect(report.adjusted == nil)
    }

    @Test func practiceHelpsAndThePlaceboDoesLess() async throws {
        let report = try await experiment([.practice, .placebo], seeds: 3).run()
        let arms = Dictionary(uniqueKeysWithValues: report.arms.map { ($0.arm, $0) })
        let (practice, placebo) = (try #require(arms[.practice]), try #require(arms[.placebo]))
        #expect(practice.gain > 0)
        #expect(placebo.gain < practice.gain)
        #expect(placebo.strategies == practice.strategies)
        let adjusted = try #require(report.adjusted)
        #expect(abs(adjusted.mean - (practice.gain - placebo.gain)) < 1e-12)
        func mean(_ arm: Arm, _ seed: UInt64) -> Double {
            let gains = report.rows.filter { $0.arm == arm && $0.seed == seed }.map(\.gain)
            return gains.reduce(0, +) / Double(gains.count)
        }
        let differences = (1...3).map { mean(.practice, $0) - mean(.placebo, $0) }
        var generator = SeededGenerator(seed: 1)
        #expect(adjusted.p == SignFlip.oneSided(differences, using: &generator))
    }

    @Test func figuresAreSumsOfTheRows() async throws {
        let report = try await experiment([.practice, .retrained], seeds: 2).run()
        for summary in report.arms {
            let rows = report.rows.filter { $0.arm == summary.arm }
            #expect(abs(summary.gain - rows.map(\.gain).reduce(0, +) / Double(rows.count)) < 1e-12)
            #expect(summary.worst == rows.map(\.gain).min())
            let low = try #require(summary.low)
            #expect(low <= summary.gain)
        }
        for row in report.rows {
            let held = row.heldOut
            #expect(held.p == McNemar.exactOneSided(fixed: held.fixed, broken: held.broken))
            #expect(held.items + row.others.items == report.heldOut)
        }
    }

    @Test func practiceEndsWhereNoRequestIsLeft() async throws {
        let report = try await experiment([.practice], checkpoints: [4, 1_000]).run()
        let last = report.rows.filter { $0.after == 1_000 }
        #expect(last.allSatisfy { $0.practised == 12 })
    }

    @Test func onASplitForDevelopmentNoTestRequestIsTouched() throws {
        let desk = try desk()
        let split = desk.measured(on: .development)
        let tests = Set(desk.heldOut.map(\.text))
        #expect(Set(split.heldOut.map(\.text)).isDisjoint(with: tests))
        #expect(Set(split.practice.map(\.text)).isDisjoint(with: Set(split.heldOut.map(\.text))))
        #expect(split.practice.count + split.heldOut.count == desk.practice.count)
        #expect(desk.measured(on: .test).heldOut == desk.heldOut)
    }
}

/// What an experiment refuses, and says so.
extension ExperimentTests {
    @Test func deskThatSaysNothingIsRefused() throws {
        let skill = try #require(SkillPath("shop"))
        let item = Desk.Item(text: "my order", intent: "orders")
        let alone = Desk(practice: [item], heldOut: [item], skills: ["orders": skill])
        #expect(throws: Failure.self) { try experiment([.practice], desk: alone) }
        let untested = Desk(
            practice: [item], heldOut: [], skills: ["orders": skill, "money": skill])
        let failure = #expect(throws: Failure.self) {
            try experiment([.practice], desk: untested)
        }
        #expect(failure?.text.contains("no held-out requests") == true)
    }

    @Test func unknownSkillIsRefusedWithWhatWasMeant() throws {
        let skill = try #require(SkillPath("shop/mony"))
        let failure = #expect(throws: Failure.self) {
            try experiment([.practice], skills: [skill])
        }
        #expect(failure?.text.contains("did you mean 'shop/money'?") == true)
    }

    @Test func anotherAgentCannotBeRetrained() throws {
        let desk = try desk()
        let agent = CommandAgent(
            name: "program", command: "true", timeLimit: .seconds(1), rehearses: true)
        let failure = #expect(throws: Failure.self) {
            try Experiment(
                desk: desk, agent: agent, arms: [.retrained], seeds: 1, checkpoints: [1])
        }
        #expect(failure?.text.contains("leave the arm 'retrained' out") == true)
    }

    @Test func anAgentThatFailsEndsTheExperiment() async throws {
        let agent = CommandAgent(
            name: "program", command: "false", timeLimit: .seconds(5), rehearses: true)
        let experiment = try Experiment(
            desk: try desk(), agent: agent, arms: [.practice], seeds: 1, checkpoints: [1])
        await #expect(throws: Failure.self) { _ = try await experiment.run() }
    }
}

@Suite struct SequenceReportTests {
    private func run(_ accuracies: [[Double]]) -> SequenceReport.Run {
        SequenceReport.Run(
            seed: 1, skills: ["a", "b", "c"], before: [0.2, 0.3, 0.4], accuracies: accuracies,
            commits: 20, negativeFlips: 4)
    }

    /// Skill a: from 0.8 to 0.6 at the end, best 0.9; skill b: from 0.7 to 0.8, its best.
    @Test func theMeasuresAreThoseOfTheirFormulas() throws {
        let run = run([[0.8, 0.3, 0.4], [0.9, 0.7, 0.4], [0.6, 0.8, 0.5]])
        let report = try #require(SequenceReport([run], heldOut: 100))
        #expect(abs(report.backwardTransfer - (-0.2 + 0.1) / 2) < 1e-12)
        #expect(abs(report.forgetting - 0.3 / 2) < 1e-12)
        #expect(abs(report.before - 0.3) < 1e-12)
        #expect(abs(report.after - 1.9 / 3) < 1e-12)
        #expect(abs(report.negativeFlipsPerCommit - 4.0 / 2000) < 1e-12)
    }

    @Test func oneSkillForgetsNothingThatCouldBeMeasured() {
        let run = SequenceReport.Run(
            seed: 1, skills: ["a"], before: [0.2], accuracies: [[0.4]], commits: 1,
            negativeFlips: 0)
        #expect(SequenceReport([run], heldOut: 10) == nil)
        #expect(SequenceReport([], heldOut: 10) == nil)
    }
}
