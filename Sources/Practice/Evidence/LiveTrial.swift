public import EtudeDomain
public import struct Foundation.Date

/// A trial of a strategy on tasks that cannot be replayed: on a random half of them it is not shown.
///
/// The first task with it is paired with the first without, and so on. If it does nothing, each pair is as
/// likely to come out one way as the other, so that the evidence of pairs holds, however often one
/// looks.
public struct LiveTrial: Hashable, Sendable {
    /// Tasks where it was shown.
    public private(set) var shown = 0
    /// Those done right.
    public private(set) var shownRight = 0
    /// Tasks where it was kept back.
    public private(set) var masked = 0
    /// Those done right.
    public private(set) var maskedRight = 0
    /// The pairs, without it and with it.
    public private(set) var pairs = PairedOutcomes()

    private var waiting: [Bool] = []

    /// Starts without evidence.
    public init() {}

    /// Counts the attempts since `start` that say of a strategy that it was shown or kept back.
    public init(of id: EntryID, since start: Date, over traces: some Sequence<Trace>) {
        self.init()
        for trace in traces where trace.ended >= start {
            if trace.recalled.contains(id) {
                count(isShown: true, isRight: trace.outcome == .success)
            } else if trace.masked.contains(id) {
                count(isShown: false, isRight: trace.outcome == .success)
            }
        }
    }

    /// Counts an attempt.
    public mutating func count(isShown: Bool, isRight: Bool) {
        let partner = isShown ? masked > shown : shown > masked
        if isShown { shown += 1 } else { masked += 1 }
        if isShown, isRight { shownRight += 1 }
        if !isShown, isRight { maskedRight += 1 }
        guard partner else { return waiting.append(isRight) }
        let other = waiting.removeFirst()
        pairs.count(without: isShown ? other : isRight, with: isShown ? isRight : other)
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
