public import EtudeDomain
public import struct Foundation.Date

/// A trial of a strategy on tasks that cannot be replayed: from a random half of them it is kept back.
///
/// The first task is paired with the second, the third with the fourth, and so on; pairs with it and
/// without it are compared. If it does nothing, whichever of the two is done right is as likely to be the
/// one with it, however hard tasks get meanwhile, and however many of either kind go unrecorded. So the
/// evidence holds however often one looks.
public struct LiveTrial: Sendable {
    /// Tasks where it was shown.
    public private(set) var shown = 0
    /// Those done right.
    public private(set) var shownRight = 0
    /// Tasks where it was kept back.
    public private(set) var masked = 0
    /// Those done right.
    public private(set) var maskedRight = 0
    /// The pairs of a task without it and one with it.
    public private(set) var pairs = PairedOutcomes()

    private var first: (isShown: Bool, isRight: Bool)?

    /// Starts without evidence.
    public init() {}

    /// Counts the attempts since `start` that say how the coin fell for a strategy.
    ///
    /// Of attempts at the same task on the same day the first counts: the coin was thrown once for them.
    public init(of id: EntryID, since start: Date, over traces: some Sequence<Trace>) {
        self.init()
        var counted: Set<Throw> = []
        for trace in traces where trace.ended >= start {
            let isShown = trace.unmasked.contains(id)
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
        guard let other = first else { return first = (isShown, isRight) }
        first = nil
        guard other.isShown != isShown else { return }
        pairs.count(
            without: isShown ? other.isRight : isRight, with: isShown ? isRight : other.isRight)
    }

    /// The evidence that it helps; 20 and more supports the claim.
    public var benefit: SequentialEvidence { SequentialEvidence(pairs) }

    /// The evidence that it harms; 20 and more supports the claim.
    public var harm: SequentialEvidence {
        SequentialEvidence(fixed: pairs.broken, broken: pairs.fixed)
    }

    /// What the trial comes to so far; never inert.
    public var verdict: TrialEvidence.Verdict {
        if benefit.supportsClaim { return .helps }
        return harm.supportsClaim ? .harms : .unknown
    }
}
