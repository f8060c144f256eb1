public import EtudeAgents
public import EtudeDomain
public import EtudeRecall

/// What came of one task.
public struct Performance: Hashable, Sendable {
    /// What the agent did.
    public let answer: Answer
    /// What it would have done without memory; nil when that was not tried.
    public let base: Answer?
    /// Whether it was right.
    public let outcome: Trace.Outcome
    /// Whether it would have been right without memory; nil when that was not tried.
    public let baseOutcome: Trace.Outcome?
    /// The strategies handed over.
    public let hits: [Hit]
    /// The revision of the memory in use; nil for base competence.
    public let memory: String?
    /// The trace that was kept; nil when there was none to keep.
    public internal(set) var trace: EntryID?
}
