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

            Where nothing can be replayed, --live keeps the strategy back from a random
            half of the tasks that it fits, in this copy of the memory, until --end.
            What 'etude record' and 'etude learn' say of these tasks is the evidence, as
            long as they name the task as 'etude recall' did: each task once a day, those
            for which nothing was recalled too. It holds however often you look.

            EXAMPLES
              etude trial 4kq7w2mx9d               one strategy
              etude trial 4kq7w2mx9d --retire      retire it, if it harms
              etude trial 4kq7w2mx9d --live        try it on the tasks to come
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

    @Flag(help: "Begin a trial on the tasks to come")
    var live = false

    @Flag(help: "End the trial on live tasks")
    var end = false

    @OptionGroup var memory: MemoryOptions
    @OptionGroup var agent: AgentOptions

    func validate() throws {
        guard (id != nil) != all else {
            throw ValidationError("name one strategy, or say --all")
        }
        guard all || skill == nil else { throw ValidationError("--skill goes with --all") }
        guard !all || !retire && !live && !end else {
            throw ValidationError("--retire, --live and --end take one strategy; name it")
        }
        guard [retire, live, end].count(where: \.self) < 2 else {
            throw ValidationError("--retire, --live and --end exclude each other")
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
            : live
                ? try await trial.begin(id, surroundings: surroundings)
                : end
                    ? try await trial.end(id, surroundings: surroundings)
                    : try await trial.one(id, surroundings: surroundings)
        if memory.json { return try Console.show(json: outcome) }
        for row in outcome.strategies {
            Console.show(TrialText(row, of: outcome, desk: desk).text.safeToPrint)
        }
        if live {
            Console.talk(
                "From now on it is kept back from a random half of the tasks that it fits; "
                    + "'etude trial \(id) --end' ends that.")
        }
        if end { Console.talk("The trial on live tasks has ended; it is shown wherever it fits.") }
        if let commit = outcome.commit {
            Console.talk(
                "Retired it in \(commit.prefix(7)); 'etude revert \(commit.prefix(7))' undoes that."
            )
        }
    }
}
