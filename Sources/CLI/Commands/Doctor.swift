import ArgumentParser
import EtudeRuntime

struct Doctor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Say what is broken, and what helps",
        discussion: """
            Exits with 1 when something is broken.

            EXAMPLES
              etude doctor
              etude doctor --memory .etude
            """)

    @OptionGroup var memory: MemoryOptions
    @OptionGroup var agent: AgentOptions

    func run() async throws {
        let rows = await DiagnoseMemory(memory.finder).run(try agent.surroundings())
        if memory.json {
            try Console.show(json: rows)
        } else {
            for row in rows {
                Console.show("\(row.isSound ? "ok    " : "broken") \(row.subject): \(row.message)")
                if let hint = row.hint { Console.show("       \(hint)") }
            }
        }
        if rows.contains(where: { !$0.isSound }) { throw ExitCode(Failure.Kind.refused.rawValue) }
    }
}
