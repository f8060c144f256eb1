/// A task to practise on, with what counts as done.
public struct Scenario: Hashable, Sendable {
    /// How an answer is judged.
    public enum Grader: Hashable, Sendable {
        /// The answer is this, letter case and white space aside.
        case exact(String)
        /// The answer is one of these, letter case and white space aside.
        case oneOf([String])
        /// The answer matches this regular expression as a whole.
        case regex(String)
        /// The answer, on standard input, makes this command exit with 0.
        case command(String)
    }

    /// The ways of judging an answer.
    public enum GraderKind: String, Hashable, Sendable, CaseIterable {
        case exact, regex, command
        case oneOf = "one-of"
    }

    /// The identity.
    public let id: EntryID
    /// The task in a few words.
    public let title: String
    /// The skill that it exercises.
    public let skill: SkillPath
    /// How hard it is, in logits on the scale of ability.
    public let difficulty: Double
    /// Where it came from: a trace, a generator or a person.
    public let source: String?
    /// How an answer is judged.
    public let grader: Grader
    /// The task as the agent sees it.
    public let task: String

    /// Describes a scenario.
    public init(
        id: EntryID, title: String, skill: SkillPath, difficulty: Double, source: String?,
        grader: Grader, task: String
    ) {
        self.id = id
        self.title = title
        self.skill = skill
        self.difficulty = difficulty
        self.source = source
        self.grader = grader
        self.task = task
    }

    /// The same task, said to be as hard as this.
    public func asHard(as difficulty: Double) -> Scenario {
        Scenario(
            id: id, title: title, skill: skill, difficulty: difficulty, source: source,
            grader: grader, task: task)
    }
}

extension Scenario.Grader {
    /// How it judges.
    public var kind: Scenario.GraderKind {
        switch self {
        case .exact: .exact
        case .oneOf: .oneOf
        case .regex: .regex
        case .command: .command
        }
    }

    /// The right answers that it names.
    public var named: [String] {
        switch self {
        case .exact(let right): [right]
        case .oneOf(let right): right
        case .regex, .command: []
        }
    }
}
