import ArgumentParser
import EtudeReview
import EtudeRuntime

struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Look for what is wrong with the entries",
        discussion: """
            Exits with 1 when an entry cannot be read or breaks a rule.

            EXAMPLES
              etude check
              etude check HEAD~3 --json
            """)

    @Argument(help: "The revision (default: the tip of the branch)")
    var revision: String?

    @OptionGroup var memory: MemoryOptions

    func run() async throws {
        let outcome = try await CheckMemory(revision: revision).run(memory.finder)
        if memory.json {
            try Console.show(json: CheckedMemory(outcome))
        } else {
            for failure in outcome.unreadable { Console.show(failure.text) }
            for finding in outcome.findings {
                let text =
                    "\(finding.severity.rawValue): \(finding.message) [\(finding.rule)]\n --> \(finding.path)"
                Console.show((text + (finding.hint.map { "\nhint: \($0)" } ?? "")).safeToPrint)
            }
            let count = outcome.unreadable.count + outcome.findings.count
            Console.talk(
                count == 0
                    ? "Nothing is wrong at \(outcome.revision.prefix(7))." : "\(count) found.")
        }
        if outcome.isWanting { throw ExitCode(Failure.Kind.refused.rawValue) }
    }
}
