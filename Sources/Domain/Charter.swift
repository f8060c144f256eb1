/// The operator's rules: what may be learned, who reviews, and the thresholds.
public struct Charter: Hashable, Sendable {
    /// Who lets a strategy in.
    public enum Review: String, Hashable, Sendable, CaseIterable {
        /// The gate alone.
        case none
        /// The gate, then a person.
        case required
    }

    /// The newest version of the memory format that this program reads.
    public static let formatVersion = 1

    /// The memory's name.
    public var name: String
    /// The skills about which something may be learned.
    public var allow: [SkillPattern]
    /// The skills about which nothing may be learned; wins over `allow`.
    public var deny: [SkillPattern]
    /// Who lets a strategy in.
    public var review = Review.none
    /// The competence to reach, 0 to 1.
    public var threshold = 0.70
    /// The competence, at the lower end of its band, that counts as mastered, 0 to 1.
    public var mastered = 0.85
    /// The chance of success that practice aims at, 0 to 1.
    public var targetSuccess = 0.70
    /// The most strategies handed over before a task.
    public var inject = 3
    /// The most characters handed over before a task.
    public var injectCharacters = 2000
    /// The days after which a proposal that nobody reviewed expires.
    public var proposalsExpireDays = 30
    /// The number of traces kept per agent.
    public var keepTraces = 5000
    /// The operator's intent, in words.
    public var text = ""

    /// A charter with the default thresholds.
    public init(name: String, allow: [SkillPattern], deny: [SkillPattern]) {
        self.name = name
        self.allow = allow
        self.deny = deny
    }

    /// Whether something may be learned about `skill`.
    public func permits(_ skill: SkillPath) -> Bool {
        allow.contains { $0.matches(skill) } && !deny.contains { $0.matches(skill) }
    }
}
