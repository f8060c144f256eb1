import ArgumentParser
import EtudeDomain
import EtudeRuntime

struct Recall: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recall",
        abstract: "Print the strategies that fit a task",
        discussion: """
            Prints nothing and exits with 0 when none fits, or when there is no memory.

            EXAMPLES
              etude recall "why is my transfer still pending?"
              etude recall "refund for order 1123" --skill support/refunds --json
              etude recall - < task.txt
            """)

    @Argument(help: "The task in its own words, or - for standard input")
    var task: String

    @Option(help: "Only strategies of this skill and those above it")
    var skill: SkillPath?

    @Option(
        help: ArgumentHelp(
            "What the agent is about to do; leaves out what warns of something else",
            valueName: "action"))
    var leaning: String?

    @Option(help: "The most strategies (default: the charter's)")
    var limit: Int?

    @Option(help: "The most characters of strategies (default: the charter's)")
    var maxCharacters: Int?

    @OptionGroup var memory: MemoryOptions
    @OptionGroup var agent: AgentOptions

    func validate() throws {
        for number in [limit, maxCharacters].compactMap(\.self) where number < 0 {
            throw ValidationError("a limit cannot be negative, and this one is \(number)")
        }
    }

    func run() async throws { try await request.run() }

    /// What the arguments ask for.
    var request: RecallRequest {
        RecallRequest(
            task: task, skill: skill, leaning: leaning, limit: limit, maxCharacters: maxCharacters,
            folder: memory.folder, agent: agent.name, json: memory.json)
    }
}
