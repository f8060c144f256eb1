/// A promise that was not kept.
public struct Violation: Sendable, CustomStringConvertible {
    /// What was found.
    let facts: [String]
    /// The command that shows it again, as far as that can be.
    let reproduction: String

    /// A part that proved nothing, because it could not run.
    static func skipped(_ part: String, _ obstacle: String) -> Violation {
        Violation(facts: ["\(part): skipped, \(obstacle)"], reproduction: "etude-torture \(part)")
    }

    /// The facts, a line each, and the command.
    public var description: String {
        facts.map { "violation: \($0)\n" }.joined() + "again:     \(reproduction)"
    }
}
