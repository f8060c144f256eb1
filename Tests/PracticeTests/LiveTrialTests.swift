import EtudeDomain
import EtudePractice
import EtudeTestSupport
import Foundation
import Testing

@Suite struct LiveTrialTests {
    @Test func tasksAreCountedByArmAndOutcome() {
        var trial = LiveTrial()
        for (isShown, isRight) in [
            (true, true), (true, false), (false, false), (true, true), (false, true),
        ] {
            trial.count(isShown: isShown, isRight: isRight)
        }
        #expect(trial.shown == 3 && trial.shownRight == 2)
        #expect(trial.masked == 2 && trial.maskedRight == 1)
        // Shown in 2 of 3 tasks done right, kept back in 1 of 2 done wrong.
        let right = SequentialEvidence(fixed: 2, broken: 1).value
        let wrong = SequentialEvidence(fixed: 1, broken: 1).value
        #expect(abs(exp(trial.logBenefit) - right * wrong) < 1e-12)
    }

    /// (3, 0) is worth 3.75 and (4, 0) 6.2, each twice.
    @Test func fourTasksOfEachKindDecide() {
        var (good, bad) = (LiveTrial(), LiveTrial())
        for number in 1...4 {
            #expect(good.verdict == .unknown)
            #expect(bad.verdict == .unknown)
            for isShown in [true, false] {
                good.count(isShown: isShown, isRight: isShown)
                bad.count(isShown: isShown, isRight: !isShown)
            }
            if number == 3 { #expect(abs(exp(good.logBenefit) - 3.75 * 3.75) < 1e-9) }
        }
        #expect(abs(exp(good.logBenefit) - 6.2 * 6.2) < 1e-9)
        #expect(abs(exp(bad.logHarm) - 6.2 * 6.2) < 1e-9)
        #expect(good.verdict == .helps)
        #expect(bad.verdict == .harms)
    }

    @Test func onlyAttemptsSinceItsStartThatNameItCount() throws {
        let id = try Sample.id(1)
        func trace(_ number: Int, at second: Double, recalled: [EntryID], masked: [EntryID]) throws
            -> Trace
        {
            let moment = Sample.moment.addingTimeInterval(second)
            return Trace(
                id: try Sample.id(100 + number), skill: try Sample.path("support"), agent: "desk-1",
                task: number == 5 ? "task 3" : "task \(number)", outcome: .success,
                recalled: recalled, masked: masked,
                started: moment, ended: moment, evaluation: .none)
        }
        let trial = LiveTrial(
            of: id, since: Sample.moment,
            over: [
                try trace(1, at: -1, recalled: [id], masked: []),
                try trace(2, at: 0, recalled: [id], masked: []),
                try trace(3, at: 1, recalled: [try Sample.id(2)], masked: [id]),
                try trace(5, at: 2, recalled: [id], masked: []),
                try trace(6, at: 86_400, recalled: [id], masked: []),
                try trace(4, at: 2, recalled: [try Sample.id(2)], masked: [try Sample.id(3)]),
            ])
        // The fifth is the task of the third, told again on the same day.
        #expect(trial.shown == 2 && trial.masked == 1)
    }

    /// A strategy without effect on tasks that get easier, looked at after each.
    @Test(arguments: [(0.3, 0.3), (0.9, 0.9), (0.1, 0.9), (0.9, 0.1)])
    func whoeverKeepsLookingIsSeldomMisled(first: Double, last: Double) {
        var generator = SplitMix(seed: 20_261_129)
        let (runs, tasks) = (4_000, 200)
        let alarms = (0..<runs).count { _ in
            var trial = LiveTrial()
            for number in 0..<tasks {
                let chance = first + (last - first) * Double(number) / Double(tasks)
                trial.count(
                    isShown: Bool.random(using: &generator),
                    isRight: Double.random(in: 0..<1, using: &generator) < chance)
                if trial.verdict == .helps { return true }
            }
            return false
        }
        #expect(Double(alarms) / Double(runs) <= 0.05)
    }
}
