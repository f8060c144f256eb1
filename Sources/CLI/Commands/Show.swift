import ArgumentParser
import EtudeRuntime

struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show a strategy or a commit",
        discussion: """
            EXAMPLES
              etude show 4kq7w2mx9d       a strategy by its id, with its record
              etude show HEAD~2           a commit
            """)

    @Argument(help: "The id of a strategy, or a commit")
    var name: String

    @OptionGroup var memory: MemoryOptions
    @OptionGroup var agent: AgentOptions

    func run() async throws {
        let detail = try await ShowHistory(memory.finder).detail(
            of: name, surroundings: try agent.surroundings())
        if memory.json { return try Console.show(json: detail) }
        if let path = detail.path { Console.show(path) }
        Console.show(detail.text.safeToPrint)
        if let helped = detail.helped, let harmed = detail.harmed {
            Console.show(
                "record: right in \(helped.plain) stored attempts, harmful in \(harmed.plain)")
            Console.show(
                "commits: \(detail.commits.map { String($0.prefix(7)) }.joined(separator: ", "))")
        }
    }
}
