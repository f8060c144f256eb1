public import EtudeDomain
public import struct Foundation.Date

/// What a log keeps of one trace.
public struct Account: Hashable, Sendable {
    /// The commit that told it, in 40 hexadecimal digits.
    public let commit: String
    /// Whether the trace was only thought about here, and told before.
    public let isAfterthought: Bool
    /// Who acted.
    public let agent: String
    /// The trace.
    public let trace: EntryID
    /// The skill that was exercised.
    public let skill: SkillPath
    /// The task as the agent saw it.
    public let task: String
    /// Whether it was done.
    public let outcome: Trace.Outcome
    /// When the attempt ended.
    public let ended: Date
    /// The attempt; nil when the right answer is not known.
    public let attempt: Attempt?

    /// Takes an account out of a trace.
    public init(_ trace: Trace, commit: String, isAfterthought: Bool) {
        self.commit = commit
        self.isAfterthought = isAfterthought
        agent = trace.agent
        self.trace = trace.id
        skill = trace.skill
        task = trace.task
        outcome = trace.outcome
        // Seconds, as a trace is written.
        ended = Date(timeIntervalSince1970: trace.ended.timeIntervalSince1970.rounded(.down))
        attempt = Attempt(trace)
    }

    init(
        commit: String, isAfterthought: Bool, agent: String, trace: EntryID, skill: SkillPath,
        task: String, outcome: Trace.Outcome, ended: Date, attempt: Attempt?
    ) {
        self.commit = commit
        self.isAfterthought = isAfterthought
        self.agent = agent
        self.trace = trace
        self.skill = skill
        self.task = task
        self.outcome = outcome
        self.ended = ended
        self.attempt = attempt
    }

    /// The same account, told elsewhere.
    func moved(to commit: String, isAfterthought: Bool) -> Account {
        Account(
            commit: commit, isAfterthought: isAfterthought, agent: agent, trace: trace,
            skill: skill, task: task, outcome: outcome, ended: ended, attempt: attempt)
    }

    /// Whether two accounts differ in nothing but where they were told.
    func saysTheSame(as other: Account) -> Bool {
        (agent, trace, skill, task, outcome) == (
            other.agent, other.trace, other.skill, other.task, other.outcome
        ) && ended == other.ended && attempt == other.attempt
    }
}
