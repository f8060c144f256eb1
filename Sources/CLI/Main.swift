import ArgumentParser
import EtudeDomain
import EtudeRuntime
import Foundation

/// Starts the program: parses the arguments, runs one command, and says what went wrong.
@main
enum Main {
    static func main() async {
        // A program that does not read all that it is given must not end this one.
        _ = signal(SIGPIPE, SIG_IGN)
        do {
            let arguments = CommandLine.arguments.dropFirst()
            if arguments.first == Recall.configuration.commandName,
                let recall = RecallRequest(plain: arguments.dropFirst())
            {
                return try await recall.run()
            }
            if let mistake = mistakenCommand(arguments) {
                Console.talk(mistake)
                exit(ExitCode.validationFailure.rawValue)
            }
            var command = try Etude.parseAsRoot()
            if let interruptible = command as? any InterruptibleCommand {
                try await Interruption.run(interruptible)
            } else if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
            if let writer = command as? any WritingCommand { Housekeeping.begin(after: writer) }
        } catch let failure as Failure {
            Console.talk(failure.text)
            exit(failure.kind.rawValue)
        } catch {
            Etude.exit(withError: error)
        }
    }
}

/// What is said about a first word that is no command.
extension Main {
    fileprivate static func mistakenCommand(_ arguments: ArraySlice<String>) -> String? {
        let names = Etude.configuration.groupedSubcommands.flatMap { group in
            group.subcommands.compactMap { $0.configuration.commandName }
        }
        guard let word = arguments.first, !word.hasPrefix("-"), !(names + ["help"]).contains(word)
        else { return nil }
        let hint = Spelling.nearest(to: word, among: names).map { "did you mean 'etude \($0)'?" }
        return "error: no command is called '\(word)'\nhint: "
            + (hint ?? "'etude --help' lists them")
    }
}

/// The root of all commands.
struct Etude: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "etude",
        abstract: "A practice memory for agents: lessons as Markdown, one git commit each",
        discussion: """
            EXAMPLES
              etude init                             make a memory in your data folder
              etude practice --attempts 100          let the embedded apprentice practise
              etude recall "my transfer is pending"  what is known about a task
              etude learn - < lesson.json            learn from a failure
              etude log                              what was learned
              etude revert 4kq7w2mx9d                take a lesson back

            The memory is named by --memory or ETUDE_MEMORY; else it is the nearest folder
            upwards with a CHARTER.md (itself or in .etude), else the user's own.
            """,
        version: "0.1.0",
        groupedSubcommands: [
            CommandGroup(
                name: "Start",
                subcommands: [Init.self, Status.self, Doctor.self, PrintSchema.self, Demo.self]),
            CommandGroup(
                name: "The loop",
                subcommands: [
                    Recall.self, Record.self, Learn.self, Practice.self, Scenarios.self,
                    TakeSnapshotCommand.self,
                ]),
            CommandGroup(
                name: "History", subcommands: [Log.self, Show.self, Diff.self, Revert.self]),
            CommandGroup(name: "Taxonomy and review", subcommands: [Skills.self, Check.self]),
            CommandGroup(
                name: "Evidence",
                subcommands: [
                    Report.self, Trial.self, Bisect.self, RunExperiment.self,
                ]),
        ])
}
