import ArgumentParser
import EtudeRuntime

struct Doctor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Say what is broken and what helps, or heal it",
        discussion: """
            Looks at the repository, its references, locks and objects, git's index,
            the work files and every entry. Exits with 1 when something is broken.

            With --fix, heals what can be healed without losing anything: a damaged
            index, a branch whose file is spoilt, what a killed writer left. What it
            replaces is kept in '.git/etude/saved'. Locks of others stay.

            EXAMPLES
              etude doctor
              etude doctor --fix
              etude doctor --memory .etude
            """)

    @Flag(name: .customLong("fix"), help: "Heal what can be healed without losing anything")
    var isHealing = false

    @OptionGroup var memory: MemoryOptions
    @OptionGroup var agent: AgentOptions

    func run() async throws {
        let doctor = DiagnoseMemory(memory.finder, isHealing: isHealing)
        let rows = await doctor.run(try agent.surroundings())
        if memory.json {
            try Console.show(json: rows)
        } else {
            for row in rows {
                Console.show("\(Self.verdict(row)) \(row.subject): \(row.message)")
                if let note = row.healed ?? row.hint { Console.show("       \(note)") }
            }
        }
        if rows.contains(where: { !$0.isSound }) { throw ExitCode(Failure.Kind.refused.rawValue) }
    }

    private static func verdict(_ row: DiagnoseMemory.Row) -> String {
        if row.healed != nil { return "healed" }
        return row.isSound ? "ok    " : "broken"
    }
}
