/// One go at one task whose right answer is known, as replay needs it.
public struct Attempt: Hashable, Sendable {
    /// The trace it was taken from.
    public let trace: EntryID
    /// The skill that was exercised.
    public let skill: SkillPath
    /// The task as the agent saw it.
    public let task: String
    /// The moment of choice, without any memory.
    public let situation: Situation
    /// The right action.
    public let right: String
    /// Whether the agent did the right thing.
    public let succeeded: Bool
    /// Whether the agent's base competence alone does the right thing.
    public let baseSucceeded: Bool

    /// Puts an attempt together.
    public init(
        trace: EntryID, skill: SkillPath, task: String, leaning: String?, right: String,
        succeeded: Bool, baseSucceeded: Bool
    ) {
        self.trace = trace
        self.skill = skill
        self.task = task
        situation = Situation(terms: Terms(of: task), leaning: leaning)
        self.right = right
        self.succeeded = succeeded
        self.baseSucceeded = baseSucceeded
    }

    /// Takes an attempt out of a trace; nil when the trace does not say what was right.
    public init?(_ trace: Trace) {
        guard let right = trace.choice.right else { return nil }
        self.trace = trace.id
        skill = trace.skill
        task = trace.task
        situation = trace.situation
        self.right = Action.normalized(right[...])
        succeeded = trace.outcome == .success
        baseSucceeded =
            trace.baseOutcome.map { $0 == .success }
            ?? (trace.used.isEmpty ? succeeded : situation.leaning == self.right)
    }
}
