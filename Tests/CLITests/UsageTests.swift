import Foundation
import Testing

/// Arguments that cannot be meant: exit code 64, and what would be right.
@Suite struct UsageTests {
    static let wrong: [(arguments: [String], snapshot: String)] = [
        (["recal", "x"], "usage-command.txt"),
        (["recall"], "usage-missing.txt"),
        (["recall", "x", "--limit=-1"], "usage-negative.txt"),
        (["recall", "x", "--limit", "many"], "usage-number.txt"),
        (["recall", "x", "--skill", "../x"], "usage-skill.txt"),
        (["recall", "x", "--agent", "Desk One"], "usage-agent.txt"),
        (["status", "--verbose"], "usage-option.txt"),
        (["learn"], "usage-learn.txt"),
        (["revert"], "usage-revert.txt"),
        (["revert", "HEAD", "--skill", "support"], "usage-revert-both.txt"),
        (["revert", "--since", "yesterday"], "usage-since.txt"),
        (["practice", "--agent", "Desk"], "usage-practice-agent.txt"),
        (["schema", "poem"], "usage-schema.txt"),
        (["practice", "--attempts=-1"], "usage-attempts.txt"),
        (["practice", "--time-limit", "0"], "usage-time-limit.txt"),
        (["practice", "--seed=-1"], "usage-seed.txt"),
        (["log", "--limit=-1"], "usage-log-limit.txt"),
        (["skills", "accept"], "usage-accept.txt"),
        (["demo"], "usage-demo.txt"),
        (["trial"], "usage-trial.txt"),
        (["trial", "refund"], "usage-trial-id.txt"),
        (["trial", "--all", "--retire"], "usage-trial-retire.txt"),
        (["trial", "--all", "--live"], "usage-trial-live.txt"),
        (["trial", "4kq7w2mx9d", "--live", "--end"], "usage-trial-both.txt"),
        (["practice", "--desk", "x", "--scenarios"], "usage-practice-both.txt"),
        (["scenarios", "make", "--desk", "x", "--coach", "x"], "usage-scenarios-both.txt"),
        (["scenarios", "make", "--difficulty", "21"], "usage-scenarios-difficulty.txt"),
        (["scenarios", "make", "--count", "0"], "usage-scenarios-count.txt"),
        (["bisect", "--task", "x"], "usage-bisect-task.txt"),
        (["bisect", "--desk", "x", "--run", "true"], "usage-bisect-both.txt"),
        (["bisect", "--program", "x"], "usage-bisect-program.txt"),
    ]

    @Test(arguments: wrong.indices)
    func wrongArgumentsAreAnUsageError(number: Int) throws {
        let (arguments, snapshot) = Self.wrong[number]
        let scratch = try Scratch()
        let result = try scratch.etude(arguments)
        #expect(result.status == 64)
        #expect(result.output == "")
        try scratch.expect(result, in: snapshot)
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder) == [".runs"])
    }

    @Test func anAgentsNameComesFromTheEnvironment() throws {
        let scratch = try Scratch()
        try scratch.initialize()
        let trace = Data(#"{"skill": "support", "task": "x", "outcome": "success"}"#.utf8)
        let result = try scratch.etude(
            ["record"], input: trace,
            environment: ["ETUDE_AGENT": "desk-5", "ETUDE_MEMORY": scratch.top])
        #expect(result.status == 0)
        #expect(try scratch.git("rev-list", "--count", "refs/etude/traces/desk-5") == "1\n")
    }

    @Test(arguments: ["charter", "competency", "scenario", "skill", "strategy", "trace"])
    func aSchemaIsJSON(kind: String) throws {
        let scratch = try Scratch()
        let result = try scratch.etude(["schema", kind])
        #expect(result.status == 0)
        #expect(result.errors == "")
        let schema = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
        #expect((schema as? [String: Any])?["$id"] as? String == "urn:etude:schema:\(kind)")
        #expect(try scratch.etude(["schema", kind, "--json"]).output == result.output)
    }

    /// A desk that is wrong, and the snapshot of the message.
    static let desks: [(file: String, text: String, snapshot: String)] = [
        ("train.csv", "text,category\n\"open,track_parcel\n", "desk-unclosed.txt"),
        ("train.csv", "text,label\nx,track_parcel\n", "desk-column.txt"),
        ("skills.csv", "label,skill\ntrack_parcel,../x\n", "desk-skill.txt"),
        ("test.csv", "", "desk-empty.txt"),
    ]

    @Test(arguments: desks.indices)
    func aDeskThatCannotBeReadIsNamedWithItsLine(number: Int) throws {
        let (file, text, snapshot) = Self.desks[number]
        let scratch = try Scratch()
        try scratch.makeDesk()
        try scratch.write(text, to: scratch.desk + "/" + file)
        let result = try scratch.etude("practice", "--desk", scratch.desk)
        #expect(result.status == 1)
        #expect(result.output == "")
        try scratch.expect(result, in: snapshot)
        #expect(!FileManager.default.fileExists(atPath: scratch.top))
    }
}
