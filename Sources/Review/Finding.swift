/// Something about a memory that a person should look at.
public struct Finding: Hashable, Sendable {
    /// How much it matters.
    public enum Severity: String, Hashable, Sendable, CaseIterable {
        /// The memory is not what its rules say; a check fails.
        case error
        /// Something is probably not as it was meant.
        case warning
    }

    /// How much it matters.
    public let severity: Severity
    /// The rule that found it, such as `unknown-skill`.
    public let rule: String
    /// The file, from the top of the memory.
    public let path: String
    /// What is wrong, as one sentence.
    public let message: String
    /// What to do about it.
    public let hint: String?

    /// States a finding.
    public init(
        severity: Severity, rule: String, path: String, message: String, hint: String? = nil
    ) {
        self.severity = severity
        self.rule = rule
        self.path = path
        self.message = message
        self.hint = hint
    }
}
