public import ArgumentParser
import EtudeAgents
import EtudeDomain
public import EtudeRuntime
import Foundation

struct RunExperiment: InterruptibleCommand {
    static let configuration = CommandConfiguration(
        commandName: "experiment",
        abstract: "Hold ways of learning against each other, on requests never practised",
        discussion: """
            Each arm practises the same requests of one skill with each seed, in a memory
            of its own that leaves nothing behind, and is measured on the desk's held-out
            requests. The same experiment prints the same figures.

            ARMS
            \(Arm.allCases.map(Self.line).joined(separator: "\n"))

            --scenarios takes the memory's scenarios with one right answer for a desk; of
            each answer every third is held out.

            To choose between variants, measure on --split development, which is held out
            of the requests to practise on; the test requests are for the last word.

            EXAMPLES
              etude experiment
              etude experiment --desk banking77 --seeds 20
              etude experiment --arm practice --arm placebo --attempts 200 --rows runs.csv
            """)

    @Option(help: "The desk's folder (default: the embedded support desk)")
    var desk: String?

    @Flag(help: "Take the scenarios of a memory for a desk")
    var scenarios = false

    @Option(
        name: .customLong("memory"), help: ArgumentHelp("That memory's folder", valueName: "folder")
    )
    var folder: String?

    @Option(help: ArgumentHelp("An arm; may be repeated (default: all)", valueName: "arm"))
    var arm: [Arm] = []

    @Option(help: ArgumentHelp("A skill; may be repeated (default: all of the desk's)"))
    var skill: [SkillPath] = []

    @Option(help: "How many orders of the requests are tried")
    var seeds = 5

    @Option(help: "The requests to practise on; measured after 25, 50, 100 and 200, and at the end")
    var attempts = 100

    @Option(help: "What the arms are measured on: test or development")
    var split = Desk.Split.test

    @Flag(
        inversion: .prefixedNo,
        help: "Also practise all skills one after the other, to measure forgetting")
    var sequence = true

    @Option(help: ArgumentHelp("A file for all runs, as CSV", valueName: "file"))
    var rows: String?

    @Option(
        help: ArgumentHelp("A program that acts in the apprentice's place", valueName: "command"))
    var program: String?

    @Option(help: ArgumentHelp("How long the program may take for an answer", valueName: "seconds"))
    var timeLimit = 60

    @Flag(help: "Print JSON, with all runs")
    var json = false

    func validate() throws {
        guard desk == nil || !scenarios else {
            throw ValidationError("--desk and --scenarios exclude each other")
        }
        guard folder == nil || scenarios else {
            throw ValidationError("--memory goes with --scenarios")
        }
        guard seeds > 0 else { throw ValidationError("--seeds has to be positive") }
        guard attempts > 0 else { throw ValidationError("--attempts has to be positive") }
        guard timeLimit > 0 else { throw ValidationError("--time-limit has to be positive") }
    }

    func run() async throws {
        let desk = try await wholeDesk().measured(on: split)
        let experiment = try Experiment(
            desk: desk, agent: agent(on: desk), arms: arms, skills: skill, seeds: seeds,
            checkpoints: [25, 50, 100, 200].filter { $0 < attempts } + [attempts],
            isInSequence: sequence)
        let line = SharedProgressLine()
        let report = try await experiment.run(atOnce: ProcessInfo.processInfo.activeProcessorCount)
        {
            line.show("\($0) of \($1) runs done")
        }
        line.clear()
        if let rows { try Console.save(ExperimentRows(report).text, in: rows) }
        if json { return try Console.show(json: report) }
        Console.show(ExperimentText(report).text)
    }

    private func wholeDesk() async throws -> Desk {
        guard scenarios else { return try Desk(named: desk) }
        let (desk, leftOut) = try await Desk.scenarios(of: MemoryFinder(named: folder))
        if leftOut > 0 {
            Console.talk("\(leftOut) scenarios without the one right answer are left out.")
        }
        return desk
    }

    /// The arms asked for, in their order; all that the agent can take part in where none is.
    private var arms: [Arm] {
        Arm.allCases.filter { candidate in
            if arm.isEmpty {
                program == nil || !candidate.needsApprentice
            } else {
                arm.contains(candidate)
            }
        }
    }

    private func agent(on desk: Desk) -> any Agent {
        guard let program else { return Apprentice(name: "apprentice", intents: desk.skills.keys) }
        return CommandAgent(
            name: "program", command: program, timeLimit: .seconds(timeLimit), rehearses: true)
    }

    private static func line(_ arm: Arm) -> String {
        "  \(arm.rawValue.padded(to: 16))\(arm.summary)"
    }
}

extension Arm: ExpressibleByArgument {}
extension Desk.Split: ExpressibleByArgument {}
