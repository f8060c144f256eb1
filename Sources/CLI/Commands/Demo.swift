import ArgumentParser
import EtudeRuntime
import Foundation

struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Show the whole loop on the embedded support desk",
        discussion: """
            Practises 100 requests, shows the learning curve and a strategy, takes the
            strategy back and shows which answers change back; then holds practice
            against a placebo, skill by skill.

            EXAMPLES
              etude demo --memory /tmp/practice
            """)

    @Option(
        name: .customLong("memory"),
        help: ArgumentHelp("A folder for the new memory", valueName: "folder"))
    var folder: String

    @Option(help: "What the order of the requests is drawn from")
    var seed: UInt64 = 1

    @Flag(help: "Print the outcome as JSON")
    var json = false

    func run() async throws {
        let memory = try MemoryOptions.parse(["--memory", folder])
        let demonstration = Demonstration(
            folder: memory.finder.folder, seed: seed,
            atOnce: ProcessInfo.processInfo.activeProcessorCount)
        let outcome = try await demonstration.run(try Surroundings.real(agent: "apprentice")) {
            if !json { Console.show(DemoText($0).text) }
        }
        if json { return try Console.show(json: outcome) }
        Console.show(DemoText.whatNext(outcome))
    }
}
