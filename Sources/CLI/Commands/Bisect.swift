import ArgumentParser
import EtudeAgents
import EtudeDomain
import EtudeRuntime
import Foundation

struct Bisect: InterruptibleCommand {
    static let configuration = CommandConfiguration(
        commandName: "bisect",
        abstract: "Find the commits that made the memory worse",
        discussion: """
            Asks the same questions at revisions between a good one and a bad one, and
            halves the commits between them for each answer that went wrong. Files
            and branches stay as they are. Asked are the stored attempts, replayed; or
            a desk's held-out requests, the memory's scenarios, one task, or a
            program, which finds the memory of the revision in ETUDE_MEMORY and
            exits with 0 for good, 125 for a revision it cannot judge, and another
            number below 126 for bad. It runs where you are, not in that folder.

            EXAMPLES
              etude bisect --skill support/refunds
              etude bisect --good HEAD~50 --task "where is my card" --right track_card
              etude bisect --desk banking77 --skill banking/cards
              etude bisect --scenarios --program "python3 my-agent.py"
              etude bisect --run 'etude recall "refund an order" | grep -q "order number"'
            """)

    @Option(help: "A revision that answers well (default: the first)")
    var good: String?

    @Option(help: "A later one that answers worse (default: the tip of the branch)")
    var bad: String?

    @Option(help: "Ask about this skill and those below it (default: all)")
    var skill: SkillPath?

    @Option(
        help: ArgumentHelp(
            "Ask the held-out requests of a desk; 'embedded' is the support desk",
            valueName: "folder"))
    var desk: String?

    @Flag(help: "Ask the scenarios of the memory")
    var scenarios = false

    @Option(help: "Ask this one task; --right says the right answer")
    var task: String?

    @Option(help: ArgumentHelp("The right answer to --task", valueName: "answer"))
    var right: String?

    @Option(
        name: .customLong("run"),
        help: ArgumentHelp("Ask a program that judges the memory", valueName: "command"))
    var judge: String?

    @Option(
        help: ArgumentHelp("A program that answers in the apprentice's place", valueName: "command")
    )
    var program: String?

    @Option(help: ArgumentHelp("How long a program may take", valueName: "seconds"))
    var timeLimit = 60

    @Option(
        name: .customLong("repeat"),
        help: "How often to ask, of which the majority counts (default: 3 with a program, else 1)")
    var repeats: Int?

    @OptionGroup var memory: MemoryOptions
    @OptionGroup var agent: AgentOptions

    func validate() throws {
        let sources = [
            desk != nil ? "--desk" : nil, scenarios ? "--scenarios" : nil,
            task != nil ? "--task" : nil, judge != nil ? "--run" : nil,
        ].compactMap(\.self)
        guard sources.count < 2 else {
            throw ValidationError("\(sources.joined(separator: " and ")) exclude each other")
        }
        guard (task == nil) == (right == nil) else {
            throw ValidationError("--task and --right go together")
        }
        guard task?.allSatisfy(\.isWhitespace) != true, right?.allSatisfy(\.isWhitespace) != true
        else { throw ValidationError("--task and --right cannot be empty") }
        guard skill == nil || task == nil && judge == nil else {
            throw ValidationError("--skill says nothing about one task or a program")
        }
        guard program == nil || judge == nil && !sources.isEmpty else {
            throw ValidationError("--program answers --desk, --scenarios or --task")
        }
        guard timeLimit > 0 else { throw ValidationError("--time-limit has to be positive") }
        guard (repeats ?? 1) > 0, (repeats ?? 1) % 2 == 1 else {
            throw ValidationError("--repeat has to be odd, so that a majority counts")
        }
    }

    func run() async throws {
        let surroundings = try agent.surroundings()
        let asksProgram = program != nil || judge != nil
        let search = BisectMemory(
            try questions(), agent: program.map { agent($0, as: surroundings.agent) }, good: good,
            bad: bad, repeats: repeats ?? (asksProgram ? 3 : 1))
        let line = SharedProgressLine()
        let report = try await search.run(memory.finder, surroundings: surroundings) {
            line.show("asked at \($0) revisions")
        }
        line.clear()
        if memory.json { return try Console.show(json: report) }
        Console.show(BisectText(report).text.safeToPrint)
    }

    private func questions() throws -> BisectMemory.Questions {
        if let desk { return .desk(try Desk(named: desk), of: skill) }
        if let task, let right { return .task(task, right: right) }
        if let judge {
            let copy = FileManager.default.temporaryDirectory
                .appending(component: "etude-bisect-\(UUID())")
            return .program(
                Program(judge, timeLimit: .seconds(timeLimit)), copyingTo: copy.path)
        }
        return scenarios ? .scenarios(of: skill) : .attempts(of: skill)
    }

    private func agent(_ command: String, as name: String) -> CommandAgent {
        CommandAgent(
            name: name, command: command, timeLimit: .seconds(timeLimit), rehearses: true)
    }
}
