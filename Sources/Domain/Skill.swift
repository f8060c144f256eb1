/// A discrete thing that an agent does.
public struct Skill: Hashable, Sendable {
    /// Whether a skill takes part in practice.
    public enum Status: String, Hashable, Sendable, CaseIterable {
        /// Discovered, and waiting for a person.
        case proposed
        /// In use.
        case active
        /// No longer in use.
        case retired
    }

    /// How a skill came to be.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Drawn by a person.
        case skill
        /// Found by failing at it again and again.
        case failureMode = "failure-mode"
    }

    /// The identity, and the place in the taxonomy.
    public let path: SkillPath
    /// The skill in a few words.
    public let title: String
    /// Whether it is in use.
    public let status: Status
    /// How it came to be.
    public let kind: Kind
    /// Its own competence to reach, 0 to 1; nil for the charter's.
    public let threshold: Double?
    /// Its own competence to count as mastered, 0 to 1; nil for the charter's.
    public let mastered: Double?
    /// Paths that it had before.
    public let aliases: [SkillPath]
    /// What it is, and what good looks like.
    public let text: String

    /// Describes a skill.
    public init(
        path: SkillPath, title: String, status: Status, kind: Kind, threshold: Double? = nil,
        mastered: Double? = nil, aliases: [SkillPath] = [], text: String
    ) {
        self.path = path
        self.title = title
        self.status = status
        self.kind = kind
        self.threshold = threshold
        self.mastered = mastered
        self.aliases = aliases
        self.text = text
    }
}
