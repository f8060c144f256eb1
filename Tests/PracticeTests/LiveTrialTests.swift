import EtudeDomain
import EtudePractice
import EtudeTestSupport
import Foundation
import Testing

@Suite struct LiveTrialTests {
    @Test func tasksArePairedInTheirOrder() {
        var trial = LiveTrial()
        for (isShown, isRight) in [
            (true, true), (true, false), (false, false), (true, true), (false, true),
            (false, false),
            (false, true),
        ] {
            trial.count(isShown: isShown, isRight: isRight)
        }
        #expect(trial.shown == 3 && trial.shownRight == 2)
        #expect(trial.masked == 4 && trial.maskedRight == 2)
        // The first of each, the second of each, the third of each; the fourth without has none.
        #expect(trial.pairs == PairedOutcomes(fixed: 2, broken: 1))
    }

    @Test func sevenPairsOneWayDecide() {
        var (good, bad) = (LiveTrial(), LiveTrial())
        for number in 1...7 {
            #expect(good.verdict == .unknown)
            for isShown in [true, false] {
                good.count(isShown: isShown, isRight: isShown)
                bad.count(isShown: isShown, isRight: !isShown)
            }
            #expect(good.pairs.fixed == number)
        }
        #expect(abs(good.benefit.value - 31.875) < 1e-9)
        #expect(abs(bad.harm.value - 31.875) < 1e-9)
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
                task: "a task", outcome: .success, recalled: recalled, masked: masked,
                started: moment, ended: moment, evaluation: .none)
        }
        let trial = LiveTrial(
            of: id, since: Sample.moment,
            over: [
                try trace(1, at: -1, recalled: [id], masked: []),
                try trace(2, at: 0, recalled: [id], masked: []),
                try trace(3, at: 1, recalled: [try Sample.id(2)], masked: [id]),
                try trace(4, at: 2, recalled: [try Sample.id(2)], masked: [try Sample.id(3)]),
            ])
        #expect(trial.shown == 1 && trial.masked == 1)
    }

    /// A strategy without effect, tasks in any order, looked at after each.
    @Test(arguments: [0.3, 0.6, 0.9])
    func whoeverKeepsLookingIsSeldomMisled(chance: Double) {
        var generator = SplitMix(seed: 20_261_129)
        let runs = 1_000
        let alarms = (0..<runs).count { _ in
            var trial = LiveTrial()
            for _ in 0..<200 {
                trial.count(
                    isShown: Bool.random(using: &generator),
                    isRight: Double.random(in: 0..<1, using: &generator) < chance)
                if trial.benefit.supportsClaim { return true }
            }
            return false
        }
        #expect(Double(alarms) / Double(runs) <= 0.05)
    }
}
