import ArgumentParser
import EtudeDomain
import EtudeRuntime

struct Trial: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trial",
        abstract: "Say whether a strategy helps",
        discussion: """
            Replays the stored attempts where a strategy fires, with it and without
            it, as an agent that follows what most of the recalled strategies say.
            The attempt that taught it is left out. The verdict is helps, harms,
            inert or unknown; the first two take a belief of 95 %.

            EXAMPLES
              etude trial 4kq7w2mx9d               one strategy
              etude trial 4kq7w2mx9d --retire      retire it, if it harms
              etude trial --all                    every strategy, the best first
              etude trial --all --skill support/refunds
              etude trial --all --desk banking77   on held-out requests of a desk
            """)

    @Argument(help: "The id of a strategy")
    var id: String?

    @Flag(help: "Try every strategy in use, and rank them")
    var all = false

    @Option(help: "With --all: only this skill and those below it")
    var skill: SkillPath?

    @Option(
        help: ArgumentHelp(
            "Ask the held-out requests of a desk; 'embedded' is the support desk",
            valueName: "folder"))
    var desk: String?

    @Flag(help: "Retire the strategy if it harms; never one that a person wrote or changed")
    var retire = false

    @OptionGroup var memory: MemoryOptions
    @OptionGroup var agent: AgentOptions

    func validate() throws {
        guard (id != nil) != all else {
            throw ValidationError("name one strategy, or say --all")
        }
        guard all || skill == nil else { throw ValidationError("--skill goes with --all") }
        guard !all || !retire else {
            throw ValidationError("--retire takes one strategy; name it")
        }
        if let id, EntryID(id) == nil {
            throw ValidationError(
                "'\(id)' is no id of a strategy; 'etude log' lists them, such as 4kq7w2mx9d")
        }
    }

    func run() async throws {
        let surroundings = try agent.surroundings()
        let trial = TrialStrategies(memory.finder, asking: try desk.map { try Desk(named: $0) })
        guard let id = id.flatMap(EntryID.init) else {
            let outcome = try await trial.all(of: skill, surroundings: surroundings)
            if memory.json { return try Console.show(json: outcome) }
            return Console.show(TrialText(ranking: outcome).text.safeToPrint)
        }
        let outcome =
            retire
            ? try await trial.retire(id, surroundings: surroundings)
            : try await trial.one(id, surroundings: surroundings)
        if memory.json { return try Console.show(json: outcome) }
        for row in outcome.strategies {
            Console.show(TrialText(row, of: outcome, desk: desk).text.safeToPrint)
        }
        if let commit = outcome.commit {
            Console.talk(
                "Retired it in \(commit.prefix(7)); 'etude revert \(commit.prefix(7))' undoes that."
            )
        }
    }
}
