import ArgumentParser
import EtudeAgents
import EtudeDomain
import EtudeRuntime

struct Scenarios: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scenarios",
        abstract: "Show the tasks to practise on, and make new ones",
        discussion: """
            A scenario is a file 'scenarios/<skill>/<name>.md'. Write one by hand, or let
            'etude scenarios make' write some:

              ---
              id: 7m2k9r4tqa
              title: A refund without a receipt
              skill: support/refunds
              difficulty: 0.5        # logits; 0 is an even chance at ability 0
              grader: one-of         # exact, one-of, regex or command
              expect: [ask_order_number, refuse_refund]
              ---

              I want my money back but the receipt is gone

            An exact or one-of answer is compared without regard to letter case and
            white space; a regex has to match the whole answer; a command reads the
            answer from its standard input and exits with 0 if it is right.

            EXAMPLES
              etude scenarios
              etude scenarios make --count 5
              etude practice --scenarios
            """,
        subcommands: [ScenarioList.self, ScenarioMaker.self],
        defaultSubcommand: ScenarioList.self)
}

struct ScenarioList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Show the scenarios, and how attempts at them went",
        discussion: """
            EXAMPLES
              etude scenarios list --skill support/refunds
              etude scenarios list --json
            """)

    @Option(help: "Only this skill and those below it")
    var skill: SkillPath?

    @OptionGroup var memory: MemoryOptions

    func run() async throws {
        let rows = try await ListScenarios(memory.finder).rows(of: skill)
        if memory.json { return try Console.show(json: rows) }
        if rows.isEmpty {
            return Console.talk(
                "No scenario yet. 'etude scenarios make' makes some of failures or of a desk.")
        }
        Console.show(ScenarioText(rows).text.safeToPrint)
    }
}

struct ScenarioMaker: InterruptibleCommand {
    static let configuration = CommandConfiguration(
        commandName: "make",
        abstract: "Make scenarios of failures, or of a desk's requests",
        discussion: """
            Makes one of each task that an agent failed at, the latest first, where the
            trace says what would have been right. How hard it is comes from all
            attempts at it. --coach asks a program for variations instead, and --desk
            takes requests of a desk; both so hard that the agent would get as many right
            as the charter's target-success says (70 %), or as --difficulty says, such as
            --difficulty=-0.5. Each is one commit.

            A coach reads {"failure": {"task", "skill", "answered", "right"},
            "difficulty", "chance", "count"} from its standard input, and writes
            [{"task": "…", "right": "…"}, …] to its standard output.

            EXAMPLES
              etude scenarios make
              etude scenarios make --skill support/refunds --difficulty 1 --count 5
              etude scenarios make --coach "python3 vary.py"
              etude scenarios make --desk embedded --agent apprentice --dry-run
            """)

    @Option(help: "Only this skill and those below it")
    var skill: SkillPath?

    @Option(help: "The most to make")
    var count = 10

    @Option(help: ArgumentHelp("How hard they are to be", valueName: "logits"))
    var difficulty: Double?

    @Option(
        help: ArgumentHelp("A program that varies the tasks of failures", valueName: "command"))
    var coach: String?

    @Option(help: ArgumentHelp("How long the coach may take for a failure", valueName: "seconds"))
    var timeLimit = 60

    @Option(
        help: ArgumentHelp(
            "Take requests of a desk; 'embedded' is the support desk", valueName: "folder"))
    var desk: String?

    @Flag(help: "Show what would be made")
    var dryRun = false

    @OptionGroup var memory: MemoryOptions
    @OptionGroup var agent: AgentOptions

    func validate() throws {
        guard count > 0 else { throw ValidationError("--count has to be positive") }
        guard timeLimit > 0 else { throw ValidationError("--time-limit has to be positive") }
        guard coach == nil || desk == nil else {
            throw ValidationError("--coach and --desk exclude each other")
        }
        guard difficulty.map({ (-20...20).contains($0) }) ?? true else {
            throw ValidationError("--difficulty is from -20 to 20 logits")
        }
    }

    func run() async throws {
        let make = MakeScenarios(
            from: try source(), skill: skill, difficulty: difficulty, count: count,
            isDryRun: dryRun)
        let outcome = try await make.run(memory.finder, surroundings: try agent.surroundings())
        if memory.json { return try Console.show(json: outcome) }
        for row in outcome.scenarios {
            Console.show(
                "\(row.id)  \(row.skill)  \(row.difficulty.logits)  \(row.title)".safeToPrint)
        }
        outcome.notes.forEach { Console.talk($0.safeToPrint) }
        let made = outcome.scenarios.count
        Console.talk(
            made == 0
                ? "No scenario was made: there is nothing new to make one of."
                : "\(made) scenario\(made == 1 ? "" : "s") \(dryRun ? "would be made" : "made").")
    }

    private func source() throws -> MakeScenarios.Source {
        if let desk { return .desk(try Desk(named: desk)) }
        if let coach {
            return .coach(CommandCoach(command: coach, timeLimit: .seconds(timeLimit)))
        }
        return .failures
    }
}
