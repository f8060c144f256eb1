import ArgumentParser
import EtudeRuntime

struct Status: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Sum the memory up",
        discussion: """
            EXAMPLES
              etude status
              etude status --memory .etude --json
            """)

    @OptionGroup var memory: MemoryOptions
    @OptionGroup var agent: AgentOptions

    func run() async throws {
        let status = try await MemoryStatus(memory.finder).run(agent.surroundings())
        if memory.json { return try Console.show(json: status) }
        Console.show("\(status.name)  \(status.path)  at \(status.revision.prefix(7))")
        Console.show("skills      \(status.skills) active, \(status.proposedSkills) proposed")
        Console.show(
            "strategies  \(status.strategies) active, \(status.proposedStrategies) proposed")
        if !status.onTrial.isEmpty {
            Console.show(
                "on trial    \(status.onTrial.joined(separator: ", ")): kept back from a random half of their tasks"
            )
        }
        Console.show("traces      \(status.traces) kept, \(status.pending) not yet evaluated")
        Console.show("review      \(status.review)")
        Console.show("durability  \(status.durability)")
        for row in status.competencies {
            let share = "\(row.competence.percent) (\(row.low.percent) to \(row.high.percent))"
            Console.show("\(row.skill)  \(row.state), \(share) after \(row.attempts) attempts")
        }
        status.leftOut.forEach(Console.talk)
    }
}
