import EtudeDomain
import EtudePractice
import EtudeTestSupport
import Foundation
import Testing

@Suite struct LiveTrialTests {
    @Test func eachTaskIsPairedWithTheNext() {
        var trial = LiveTrial()
        for (isShown, isRight) in [
            (true, true), (false, false), (true, false), (true, true), (false, true), (true, false),
            (false, false), (true, false), (true, true),
        ] {
            trial.count(isShown: isShown, isRight: isRight)
        }
        #expect(trial.shown == 6 && trial.shownRight == 3)
        #expect(trial.masked == 3 && trial.maskedRight == 1)
        #expect(trial.pairs == PairedOutcomes(fixed: 1, broken: 1, bothWrong: 1))
    }

    @Test func sevenPairsOneWayDecide() {
        var (good, bad) = (LiveTrial(), LiveTrial())
        for number in 1...7 {
            #expect(good.verdict == .unknown)
            #expect(bad.verdict == .unknown)
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
        func trace(_ number: Int, at second: Double, unmasked: [EntryID], masked: [EntryID]) throws
            -> Trace
        {
            let moment = Sample.moment.addingTimeInterval(second)
            return Trace(
                id: try Sample.id(100 + number), skill: try Sample.path("support"), agent: "desk-1",
                task: number == 5 ? "task 3" : "task \(number)", outcome: .success,
                masked: masked, unmasked: unmasked,
                started: moment, ended: moment, evaluation: .none)
        }
        let trial = LiveTrial(
            of: id, since: Sample.moment,
            over: [
                try trace(1, at: -1, unmasked: [id], masked: []),
                try trace(2, at: 0, unmasked: [id], masked: []),
                try trace(3, at: 1, unmasked: [try Sample.id(2)], masked: [id]),
                try trace(5, at: 2, unmasked: [id], masked: []),
                try trace(6, at: 86_400, unmasked: [id], masked: []),
                try trace(4, at: 2, unmasked: [try Sample.id(2)], masked: [try Sample.id(3)]),
            ])
        // The fifth is the task of the third, told again on the same day.
        #expect(trial.shown == 2 && trial.masked == 1)
    }

    /// A strategy without effect, looked at after each task: the chance of success goes from the first to
    /// the last in waves, and of the tasks without it some go unrecorded.
    @Test(arguments: [
        (0.3, 0.3, 0.0, 0.0), (0.9, 0.9, 0, 0), (0.1, 0.9, 0, 0), (0.9, 0.1, 0, 0.5),
        (0.5, 0.5, 0.4, 0), (0.5, 0.5, 0.4, 0.5), (0.8, 0.8, 0, 1),
    ])
    func whoeverKeepsLookingIsSeldomMisled(
        first: Double, last: Double, wave: Double, unrecorded: Double
    ) {
        var generator = SplitMix(seed: 20_261_129)
        let (runs, tasks) = (2_000, 200)
        let alarms = (0..<runs).count { _ in
            var trial = LiveTrial()
            for number in 0..<tasks {
                let isShown = Bool.random(using: &generator)
                let isLost = Double.random(in: 0..<1, using: &generator) < unrecorded
                let share = Double(number) / Double(tasks)
                let chance = first + (last - first) * share + wave * sin(share * 40)
                let isRight = Double.random(in: 0..<1, using: &generator) < chance
                if isShown || !isLost { trial.count(isShown: isShown, isRight: isRight) }
                if trial.verdict != .unknown { return true }
            }
            return false
        }
        // Both ways together.
        #expect(Double(alarms) / Double(runs) <= 0.1)
    }
}
