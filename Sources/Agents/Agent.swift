public import EtudeDomain

/// Who acts: anything that answers a task, with advice from a memory or without.
public protocol Agent: Sendable {
    /// The agent's name, as traces and strategies state it.
    var name: String { get }

    /// Bytes that tell its base competence apart from any other; the same for as long as it is frozen.
    var base: [UInt8] { get }

    /// Whether a task may be tried without memory first, to learn what the agent leans to.
    var rehearses: Bool { get }

    /// Answers `task`; advice comes best first, and without any the answer is the base competence.
    func answer(_ task: String, in skill: SkillPath?, with advice: [Advice])
        async throws(AgentError) -> Answer

    /// Whether a lesson could change its answer; where none can, it need not be asked again.
    func heeds(_ lesson: Lesson, in situation: Situation) -> Bool
}

extension Agent {
    /// Yes: only an agent that knows better says no.
    public func heeds(_ lesson: Lesson, in situation: Situation) -> Bool { true }
}

/// What an agent did about a task.
public struct Answer: Hashable, Sendable {
    /// The action that it took.
    public let action: String
    /// The names of the actions it weighed, best first; empty where it does not say.
    public let considered: [String]
    /// The advice that it followed.
    public let used: [EntryID]

    /// States an answer.
    public init(action: String, considered: [String] = [], used: [EntryID] = []) {
        self.action = action
        self.considered = considered
        self.used = used
    }
}

/// Why an agent or a coach gave no answer.
public enum AgentError: Error, Hashable, Sendable {
    /// The program could not be run to its end, or wrote more than an answer may hold.
    case notRun(command: String, reason: String)
    /// The program ended with a failure; the text is the end of its standard error.
    case failed(command: String, status: String, text: String)
    /// The program gave no answer in time.
    case timedOut(command: String, limit: Duration)
    /// The program's answer is not what was asked for.
    case unreadable(command: String, reason: String)
}
