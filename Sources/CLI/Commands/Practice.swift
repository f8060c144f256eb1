import ArgumentParser
import EtudeAgents
import EtudeDomain
import EtudeRuntime

struct Practice: InterruptibleCommand, WritingCommand {
    static let configuration = CommandConfiguration(
        commandName: "practice",
        abstract: "Practise what is weak or due, and measure what came of it",
        discussion: """
            A desk is a folder with train.csv and test.csv (columns text,category) and
            skills.csv (columns label,skill); without one, the embedded support desk
            serves. A memory that does not exist yet is made from the template, with the
            desk's skills. Requests that the agent has practised on before are left out, so
            practising again goes on where the last session ended.

            Without --skill the scheduler chooses: first what is mastered and due, then
            what is below the threshold or not known yet, each in its turn. Requests that
            are hopeless or too easy for the ability so far are passed over.

            --scenarios practises on the memory's own scenarios instead, each once, those
            least practised on first; see 'etude scenarios --help'.

            The embedded apprentice is told the right answers by a scripted coach: its
            figures show that the memory carries improvement to requests never seen, not
            how well a language model reflects.

            EXAMPLES
              etude practice --attempts 100
              etude practice --desk banking77 --skill banking/cards --seed 3 --json
              etude practice --scenarios --program "python3 my-agent.py" --attempts 20
            """)

    @Option(help: "The desk's folder (default: the embedded support desk)")
    var desk: String?

    @Flag(help: "Practise on the scenarios of the memory")
    var scenarios = false

    @Option(help: "The skill to practise (default: what the scheduler finds in need)")
    var skill: SkillPath?

    @Option(help: "The most requests to practise on")
    var attempts = 100

    @Option(help: "What the order of the requests is drawn from")
    var seed: UInt64 = 1

    @Option(
        help: ArgumentHelp("A program that acts in the apprentice's place", valueName: "command"))
    var program: String?

    @Option(help: ArgumentHelp("How long the program may take for an answer", valueName: "seconds"))
    var timeLimit = 60

    @Option(
        name: .customLong("agent"), help: ArgumentHelp("The name to sign with", valueName: "name"))
    var name: String?

    @OptionGroup var memory: MemoryOptions

    func validate() throws {
        _ = try Surroundings.real(agent: signature)
        guard attempts >= 0 else { throw ValidationError("--attempts cannot be negative") }
        guard timeLimit > 0 else { throw ValidationError("--time-limit has to be positive") }
        guard desk == nil || !scenarios else {
            throw ValidationError("--desk and --scenarios exclude each other")
        }
    }

    func run() async throws {
        scenarios ? try await practiseScenarios() : try await practiseDesk()
    }

    private func practiseScenarios() async throws {
        let session = PractiseScenarios(
            skill: skill, attempts: attempts, seed: seed, agent: programAgent)
        var talk = PracticeTalk(agent: signature, scenarios: true)
        let report = try await session.run(
            memory.finder, surroundings: try Surroundings.real(agent: signature)
        ) { talk.tell($0) }
        talk.end()
        if memory.json {
            try Console.show(json: report)
        } else {
            Console.show(ScenarioText(report).text.safeToPrint)
        }
        report.unjudged.forEach { Console.talk("not judged: \($0)".safeToPrint) }
        if !report.unjudged.isEmpty { throw ExitCode(Failure.Kind.refused.rawValue) }
    }

    private func practiseDesk() async throws {
        let desk = try Desk(named: desk)
        let session = PracticeSession(
            desk: desk, skill: skill, attempts: attempts, seed: seed,
            agent: programAgent ?? Apprentice(name: signature, intents: desk.skills.keys))
        var talk = PracticeTalk(agent: signature)
        let report = try await session.run(
            folder: memory.finder.folder, surroundings: try Surroundings.real(agent: signature)
        ) { talk.tell($0) }
        talk.end()
        if memory.json { return try Console.show(json: report) }
        Console.show(PracticeText(report).text)
    }

    /// Who practises: an outside program never shares a record with the apprentice.
    private var signature: String { name ?? (program == nil ? "apprentice" : "program") }

    private var programAgent: CommandAgent? {
        program.map {
            CommandAgent(
                name: signature, command: $0, timeLimit: .seconds(timeLimit), rehearses: true)
        }
    }
}
