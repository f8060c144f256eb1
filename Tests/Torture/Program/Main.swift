import ArgumentParser
import EtudeTorture
import Foundation

/// Tries to make a memory lose something, and says what came of it.
@main
struct Torture: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "etude-torture",
        abstract: "Try to make a memory lose something",
        discussion: """
            Starts the real etude, which lies beside this program, and the real git.
            The exit code is 1 when a promise was broken; each violation names a
            command that shows it again.
            """,
        subcommands: parts + [All.self])

    /// Every part; each tells its own figures.
    static let parts: [any AsyncParsableCommand.Type] = [
        Faults.self, Kills.self, DamageCommand.self, StormCommand.self,
    ]

    /// The program under torture.
    static let program = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        .appending(component: "etude").path

    /// Prints a line at once, also into a pipe.
    static func tell(_ line: String) {
        FileHandle.standardOutput.write(Data((line + "\n").utf8))
    }

    /// Prints what was found, and ends with the exit code 1 where that is something.
    static func conclude(_ violations: [Violation]) throws {
        for violation in violations { tell("\n\(violation)") }
        tell("")
        if !violations.isEmpty { throw ExitCode.failure }
    }
}
