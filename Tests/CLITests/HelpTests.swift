import EtudeTestSupport
import Testing

@Suite struct HelpTests {
    static let commands = [
        "init", "status", "doctor", "schema", "demo", "recall", "record", "learn", "practice",
        "scenarios", "scenarios list", "scenarios make", "snapshot", "log", "show", "diff",
        "revert", "skills", "skills tree", "skills accept",
        "skills decline", "check", "report", "trial", "bisect", "experiment",
    ]

    @Test(arguments: commands)
    func everyCommandExplainsItselfWithExamples(command: String) throws {
        let scratch = try Scratch()
        let words = command.split(separator: " ").map(String.init)
        let help = try scratch.etude(words + ["--help"])
        #expect(help.status == 0)
        #expect(help.errors == "")
        #expect(help.output.contains("EXAMPLES\n"))
        #expect(help.output.contains("  etude \(command)"))
        #expect(help.output.contains("--json") || ["skills", "scenarios"].contains(command))
        let name = words.joined(separator: "-")
        try Snapshot.expect(help.output, in: "help-\(name).txt")
    }

    @Test func theProgramExplainsItself() throws {
        let scratch = try Scratch()
        let help = try scratch.etude(["--help"])
        #expect(help.status == 0)
        for command in Self.commands where !command.contains(" ") {
            #expect(help.output.contains("\n  \(command) "))
        }
        try Snapshot.expect(help.output, in: "help.txt")
        #expect(try scratch.etude([]).output == help.output)
        #expect(try scratch.etude(["help"]).output == help.output)
    }

    @Test(arguments: ["learn", "record"])
    func theExampleOfAHelpTextWorks(command: String) throws {
        let scratch = try Scratch()
        try scratch.initialize()
        let help = try scratch.etude([command, "--help"]).output
        let start = try #require(help.firstRange(of: "echo '")?.upperBound)
        let end = try #require(help.firstRange(of: "' | etude")?.lowerBound)
        let json = help[start..<end]
        #expect(try scratch.etude(command, "-", input: String(json)).status == 0)
    }

    @Test func aMistypedCommandIsSuggested() throws {
        let mistyped = try Scratch().etude(["recal", "x"])
        #expect(mistyped.status == 64)
        #expect(mistyped.errors.contains("did you mean 'etude recall'?"))
    }

    @Test func theVersionIsPrinted() throws {
        let version = try Scratch().etude(["--version"])
        #expect(version.status == 0)
        #expect(version.output == "0.1.0\n")
    }
}
