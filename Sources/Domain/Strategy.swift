public import struct Foundation.Date

/// A corrective strategy: a lesson with its identity, its standing and where it came from.
public struct Strategy: Hashable, Sendable {
    /// Whether a strategy is recalled.
    public enum Status: String, Hashable, Sendable, CaseIterable {
        /// Waits for review; recalled only by the agent that wrote it.
        case proposed
        /// Recalled wherever it fits.
        case active
        /// Kept for the record, recalled by nobody.
        case retired
    }

    /// The identity; the file name ends in it.
    public let id: EntryID
    /// Whether it is recalled.
    public let status: Status
    /// What it teaches.
    public let lesson: Lesson
    /// Where it came from.
    public let origin: Origin
    /// The strategies that this one replaces.
    public let supersedes: [EntryID]
    /// The moment after which it is no longer recalled; nil for never.
    public let expires: Date?

    /// Where a strategy came from; all nil for one that a person wrote.
    public struct Origin: Hashable, Sendable {
        /// The agent that wrote it.
        public let agent: String?
        /// When it was written.
        public let created: Date?
        /// The trace that taught it.
        public let trace: EntryID?
        /// The revision in use when the agent failed.
        public let memory: String?

        /// Describes an origin.
        public init(
            agent: String? = nil, created: Date? = nil, trace: EntryID? = nil, memory: String? = nil
        ) {
            self.agent = agent
            self.created = created
            self.trace = trace
            self.memory = memory
        }
    }

    /// Puts a strategy together.
    public init(
        id: EntryID, status: Status, lesson: Lesson, origin: Origin, supersedes: [EntryID] = [],
        expires: Date? = nil
    ) {
        self.id = id
        self.status = status
        self.lesson = lesson
        self.origin = origin
        self.supersedes = supersedes
        self.expires = expires
    }

    /// Whether the runtime wrote it from a trace; anything else belongs to a person.
    public var isLearned: Bool { origin.trace != nil }
}
