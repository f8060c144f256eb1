import ArgumentParser
import EtudeRuntime

struct TakeSnapshotCommand: AsyncParsableCommand, WritingCommand {
    static let configuration = CommandConfiguration(
        commandName: "snapshot",
        abstract: "Commit the estimate of every ability",
        discussion: """
            EXAMPLES
              etude snapshot --agent apprentice
            """)

    @OptionGroup var memory: MemoryOptions
    @OptionGroup var agent: AgentOptions

    func run() async throws {
        let outcome = try await TakeSnapshot(memory.finder).run(agent.surroundings())
        if memory.json { return try Console.show(json: outcome) }
        for row in outcome.skills {
            let band = "\(row.low.percent) to \(row.high.percent)"
            Console.show(
                "\(row.skill)  \(row.state)  \(row.competence.percent) (\(band))  \(row.attempts) attempts"
            )
        }
        Console.talk(
            outcome.commit.map { "Committed as \($0.prefix(7))." }
                ?? "Nothing is new since the last snapshot.")
    }
}
