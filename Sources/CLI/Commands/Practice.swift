import ArgumentParser
import EtudeAgents
import EtudeDomain
import EtudeRuntime

struct Practice: AsyncParsableCommand, WritingCommand {
    static let configuration = CommandConfiguration(
        commandName: "practice",
        abstract: "Practise on a desk, and measure on requests never practised",
        discussion: """
            A desk is a folder with train.csv and test.csv (columns text,category) and
            skills.csv (columns label,skill); without one, the embedded support desk
            serves. A memory that does not exist yet is made from the template, with the
            desk's skills. Requests that the agent has practised on before are left out, so
            practising again goes on where the last session ended.

            The embedded apprentice is told the right answers by a scripted coach: its
            figures show that the memory carries improvement to requests never seen, not
            how well a language model reflects.

            EXAMPLES
              etude practice --attempts 100
              etude practice --desk banking77 --skill banking/cards --seed 3 --json
              etude practice --program "python3 my-agent.py" --attempts 20
            """)

    @Option(help: "The desk's folder (default: the embedded support desk)")
    var desk: String?

    @Option(help: "The skill to practise (default: all of the desk's)")
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
    }

    func run() async throws {
        let desk = try Desk(named: desk)
        let session = PracticeSession(
            desk: desk, skill: skill, attempts: attempts, seed: seed, agent: agent(on: desk))
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

    private func agent(on desk: Desk) -> any Agent {
        guard let program else {
            return Apprentice(name: signature, intents: desk.skills.keys)
        }
        return CommandAgent(
            name: signature, command: program, timeLimit: .seconds(timeLimit),
            rehearses: true)
    }
}
