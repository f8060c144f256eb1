public import EtudeDomain
public import struct Foundation.Date

/// What was handed over for a task, kept by the runtime because agents do not cite by themselves.
public struct Receipt: Hashable, Sendable, Codable {
    /// When.
    public let at: Date
    /// Who asked; nil when it did not say.
    public let agent: String?
    /// The task.
    public let task: String
    /// The revision that answered; nil for base competence.
    public let memory: String?
    /// The strategies handed over, best first.
    public let recalled: [String]

    /// Writes a receipt.
    public init(at: Date, agent: String?, task: String, memory: String?, recalled: [EntryID]) {
        self.at = at
        self.agent = agent
        self.task = task
        self.memory = memory
        self.recalled = recalled.map(\.text)
    }
}
