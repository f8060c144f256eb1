import ArgumentParser
import EtudeRuntime

struct Init: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Make a memory",
        discussion: """
            EXAMPLES
              etude init                  in the user's data folder
              etude init team-memory      a new repository of its own
              etude init .etude           inside a code repository
            """)

    @Argument(help: "The folder (default: where the memory would be looked for)")
    var path: String?

    @OptionGroup var memory: MemoryOptions
    @OptionGroup var agent: AgentOptions

    func run() async throws {
        var named = memory
        named.folder = path ?? memory.folder
        let outcome = try await InitializeMemory(folder: named.finder.folder).run(
            agent.surroundings())
        if memory.json { return try Console.show(json: outcome) }
        Console.show("Made a memory in \(outcome.path), at \(outcome.revision.prefix(7)).")
        Console.talk(
            "Next: add a skill; README.md there shows how. 'etude demo --memory FOLDER' shows the loop."
        )
    }
}
