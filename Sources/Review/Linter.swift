/// One thing that a memory is checked for.
protocol Rule: SendableMetatype {
    /// The rule's name, such as `unknown-skill`.
    static var name: String { get }

    /// What is wrong with `contents`.
    static func findings(in contents: MemoryContents) -> [Finding]
}

/// Checks the entries of a revision against each other and against the charter.
public enum Linter {
    private static let rules: [any Rule.Type] = [
        UnknownSkill.self, MissingParent.self, OutsideCharter.self, DanglingSupersedes.self,
        RepeatedLesson.self, ContradictingLessons.self, NoCue.self,
    ]

    /// What is wrong with `contents`, by file.
    public static func findings(in contents: MemoryContents) -> [Finding] {
        rules.flatMap { $0.findings(in: contents) }.sorted {
            ($0.path, $0.rule, $0.message) < ($1.path, $1.rule, $1.message)
        }
    }
}
