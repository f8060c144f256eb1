public import EtudeDomain
public import Foundation

/// A trial of a strategy on tasks that cannot be replayed: from a random half of them it is kept back.
///
/// If the strategy does nothing, a fair coin that was thrown before the task knows nothing of its outcome: it
/// is as likely to have been shown in a task done right as not, and likewise in one done wrong, however
/// hard the tasks are and whatever changes meanwhile. So the evidence holds however often one looks.
public struct LiveTrial: Hashable, Sendable {
    /// Tasks where it was shown.
    public private(set) var shown = 0
    /// Those done right.
    public private(set) var shownRight = 0
    /// Tasks where it was kept back.
    public private(set) var masked = 0
    /// Those done right.
    public private(set) var maskedRight = 0

    /// Starts without evidence.
    public init() {}

    /// Counts the attempts since `start` that say of a strategy that it was shown or kept back.
    ///
    /// Of attempts at the same task on the same day the first counts: the coin was thrown once for them.
    public init(of id: EntryID, since start: Date, over traces: some Sequence<Trace>) {
        self.init()
        var counted: Set<Throw> = []
        for trace in traces where trace.ended >= start {
            let isShown = trace.recalled.contains(id)
            guard isShown || trace.masked.contains(id),
                counted.insert(Throw(task: trace.task, day: trace.ended.day)).inserted
            else { continue }
            count(isShown: isShown, isRight: trace.outcome == .success)
        }
    }

    private struct Throw: Hashable {
        let task: String
        let day: Int
    }

    /// Counts a task.
    public mutating func count(isShown: Bool, isRight: Bool) {
        if isShown {
            shown += 1
            shownRight += isRight ? 1 : 0
        } else {
            masked += 1
            maskedRight += isRight ? 1 : 0
        }
    }

    /// The logarithm of the evidence that it helps.
    ///
    /// The product of two e-processes: it was shown in tasks done right, and kept back in tasks done wrong.
    public var logBenefit: Double {
        SequentialEvidence(fixed: shownRight, broken: maskedRight).logarithm
            + SequentialEvidence(fixed: masked - maskedRight, broken: shown - shownRight).logarithm
    }

    /// The logarithm of the evidence that it harms.
    public var logHarm: Double {
        SequentialEvidence(fixed: maskedRight, broken: shownRight).logarithm
            + SequentialEvidence(fixed: shown - shownRight, broken: masked - maskedRight).logarithm
    }

    /// What the trial comes to so far; never inert.
    public var verdict: TrialEvidence.Verdict {
        let least = log(SequentialEvidence.claimThreshold)
        if logBenefit >= least { return .helps }
        return logHarm >= least ? .harms : .unknown
    }
}
