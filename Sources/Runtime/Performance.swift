public import EtudeAgents
public import EtudeDomain
public import EtudeRecall

/// What came of one task.
public struct Performance: Hashable, Sendable {
    /// What the agent did.
    public let answer: Answer
    /// What it would have done without memory; nil when that was not tried.
    public let base: Answer?
    /// Whether it was right; nil when the task has no grader that can tell.
    public let outcome: Trace.Outcome?
    /// The strategies handed over.
    public let hits: [Hit]
    /// The revision of the memory in use; nil for base competence.
    public let memory: String?
    /// The trace that was kept; nil when there was none to keep.
    public internal(set) var trace: EntryID?
}

extension Scenario.Grader {
    /// Whether `answer` is right; nil where only a program can tell.
    func outcome(of answer: String) -> Trace.Outcome? {
        switch self {
        case .exact(let right): Self.outcome([right], answer)
        case .oneOf(let right): Self.outcome(right, answer)
        case .regex, .command: nil
        }
    }

    /// The one right answer, where there is one.
    var right: String? {
        if case .exact(let right) = self { right } else { nil }
    }

    private static func outcome(_ right: [String], _ answer: String) -> Trace.Outcome {
        let name = Action.normalized(answer[...])
        return right.contains { Action.normalized($0[...]) == name } ? .success : .failure
    }
}
