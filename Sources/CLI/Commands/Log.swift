import ArgumentParser
import EtudeDomain
import EtudeRuntime

struct Log: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log",
        abstract: "List what was learned, newest first",
        discussion: """
            EXAMPLES
              etude log
              etude log --skill support --limit 5
            """)

    @Option(help: "Only this skill and those below it")
    var skill: SkillPath?

    @Option(help: "The most commits")
    var limit = 20

    @OptionGroup var memory: MemoryOptions

    func validate() throws {
        guard limit >= 0 else { throw ValidationError("--limit cannot be negative") }
    }

    func run() async throws {
        let entries = try await ShowHistory(memory.finder).entries(limit: limit, skill: skill)
        if memory.json { return try Console.show(json: entries) }
        for entry in entries {
            let id = entry.strategies.isEmpty ? "-" : entry.strategies.joined(separator: ",")
            Console.show("\(entry.commit.prefix(7))  \(id)  \(entry.subject)")
        }
    }
}
