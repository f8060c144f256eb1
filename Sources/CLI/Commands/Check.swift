import ArgumentParser
import EtudeReview
import EtudeRuntime

struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Look for what is wrong with the entries",
        discussion: """
            Exits with 1 when an entry cannot be read or breaks a rule.

            --conflicts looks for strategies of one skill, or of one above the other, that
            ask for different actions on the same tasks: half of their cues are the same,
            or they fire together in a fifth of the stored attempts where the rarer one
            does. It names the one that has to be narrowed, and exits with 1 when it finds
            any.

            EXAMPLES
              etude check
              etude check --conflicts
              etude check HEAD~3 --json
            """)

    @Argument(help: "The revision (default: the tip of the branch)")
    var revision: String?

    @Flag(help: "Look for strategies that contradict each other")
    var conflicts = false

    @OptionGroup var memory: MemoryOptions

    func run() async throws {
        let check = CheckMemory(revision: revision, conflictsOnly: conflicts)
        let outcome = try await check.run(memory.finder)
        let count = outcome.unreadable.count + outcome.findings.count
        if memory.json {
            try Console.show(json: CheckedMemory(outcome))
        } else {
            for failure in outcome.unreadable { Console.show(failure.text) }
            for finding in outcome.findings {
                let text =
                    "\(finding.severity.rawValue): \(finding.message) [\(finding.rule)]\n --> \(finding.path)"
                Console.show((text + (finding.hint.map { "\nhint: \($0)" } ?? "")).safeToPrint)
            }
            Console.talk(
                count == 0
                    ? "\(conflicts ? "No strategies contradict each other" : "Nothing is wrong") at \(outcome.revision.prefix(7))."
                    : "\(count) found.")
        }
        if outcome.isWanting || conflicts && count > 0 {
            throw ExitCode(Failure.Kind.refused.rawValue)
        }
    }
}
