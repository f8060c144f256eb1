import Foundation
import Testing

/// Each command is wired: as text and as JSON, results on standard output, talk on standard error.
@Suite struct CommandTests {
    let scratch: Scratch

    init() throws {
        scratch = try Scratch()
        try scratch.initialize()
    }

    /// Expects these words to give the same exit code with `--json`, and JSON on standard output.
    func expectJSON(_ arguments: String..., input: String = "", in snapshot: String) throws {
        let result = try scratch.etude(
            arguments + ["--json", "--memory", scratch.top], input: Data(input.utf8))
        _ = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
        try scratch.expect(result, in: snapshot)
    }

    /// Learns a strategy, and returns its id.
    @discardableResult
    func learn(_ changes: [String: Any?] = [:]) throws -> String {
        let result = try scratch.etude("learn", "-", "--agent", "desk-1", input: refund(changes))
        #expect(result.status == 0)
        return String(result.output.prefix(10))
    }

    @Test func initMakesAMemory() throws {
        let other = try Scratch()
        try other.expect(try other.etude("init"), in: "init.txt")
        #expect(try other.faults() == "")
        let second = try Scratch()
        let result = try second.etude(["init", "memory", "--json"])
        try second.expect(result, in: "init.json.txt")
        #expect(FileManager.default.fileExists(atPath: second.top + "/CHARTER.md"))
    }

    @Test func learnPrintsTheStrategyAndItsCommit() throws {
        let result = try scratch.etude("learn", "-", "--agent", "desk-1", input: refund())
        #expect(result.errors == "")
        #expect(result.output.contains(try scratch.head()))
        try scratch.expect(result, in: "learn.txt")
        let file = scratch.folder + "/lesson.json"
        try scratch.write(try refund(["cues": ["order"], "title": "Another"]), to: file)
        try expectJSON("learn", file, "--agent", "desk-1", in: "learn.json.txt")
    }

    @Test func learnTakesFlags() throws {
        let result = try scratch.etude(
            "learn", "--skill", "support/refunds", "--when", "a customer asks for a refund",
            "--cue", "refund", "--cue", "money back", "--do", "call `find_order`", "--instead-of",
            "call `refund`", "--because", "`refund` fails on an open order", "--task",
            "please refund order 1123", "--did", "called `refund`", "--expected", "a receipt",
            "--happened", "an error")
        #expect(result.status == 0)
        #expect(result.errors == "")
    }

    @Test func aStrategyIsNotForWhatItsUnlessSays() throws {
        let flags = [
            "learn", "--skill", "support/refunds", "--when", "a customer asks for a refund",
            "--cue", "refund", "--unless", "gift card", "--unless", "deposit", "--do",
            "call `find_order`", "--instead-of", "call `refund`", "--because",
            "`refund` fails on an open order", "--task",
            "please refund order 1123", "--did", "called `refund`", "--expected", "a receipt",
            "--happened", "an error",
        ]
        let learned = try scratch.etude(flags, in: scratch.top)
        #expect(learned.status == 0)
        #expect(try scratch.etude("recall", "refund order 7").output.contains("gift card, deposit"))
        #expect(try scratch.etude("recall", "refund the gift card").output == "")
        let id = learned.output.prefix(10)
        let file = try scratch.git("ls-files", "strategies/**\(id).md").dropLast()
        let text = try scratch.read(String(file))
        try scratch.write(text.replacing(", deposit", with: ""), to: String(file))
        try scratch.commitByHand()
        let diff = try scratch.etude("diff", "HEAD~1").output
        #expect(diff.contains("unless: gift card, deposit -> gift card\n"))
    }

    @Test func learnOpensAnEditor() throws {
        let script = scratch.folder + "/editor"
        try scratch.write(
            """
            #!/bin/sh
            sed -i -e 's/^cues: $/cues: [refund]/' "$1"

            """, to: script)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script)
        let lesson = [
            "learn", "--edit", "--skill", "support/refunds", "--when", "a refund is asked for",
            "--do", "call `find_order`", "--instead-of", "call `refund`", "--because",
            "`refund` fails on an open order", "--task", "please refund order 1123", "--did",
            "called `refund`", "--expected", "a receipt", "--happened", "an error", "--memory",
            scratch.top,
        ]
        let result = try scratch.etude(lesson, environment: ["VISUAL": script])
        #expect(result.status == 0)
        #expect(try scratch.git("show", "--format=", "HEAD").contains("+cues: [refund]"))
        let failed = try scratch.etude(lesson, environment: ["VISUAL": "false"])
        #expect(failed.status == 1)
        #expect(failed.output == "")
        let words = "The form is kept as \(scratch.folder)/etude-lesson-"
        #expect(failed.errors.hasPrefix(words))
        #expect(failed.errors.contains("\nerror: the editor 'false' ended with 1"))
    }

    @Test func aDryRunWritesNothing() throws {
        let head = try scratch.head()
        let result = try scratch.etude("learn", "-", "--dry-run", input: refund())
        #expect(result.status == 0)
        #expect(result.output.contains("nothing written"))
        #expect(try scratch.head() == head)
        #expect(try scratch.git("for-each-ref", "refs/etude") == "")
    }

    @Test func recallPrintsWhatFits() throws {
        try learn()
        try scratch.expect(try scratch.etude("recall", "a refund, please"), in: "recall.txt")
        try expectJSON("recall", "a refund, please", in: "recall.json.txt")
        let piped = try scratch.etude("recall", "-", input: "a refund, please")
        #expect(piped.output == (try scratch.etude("recall", "a refund, please").output))
        let nothing = try scratch.etude("recall", "the weather")
        #expect(nothing.transcript == "exit 0\n--- output\n--- errors\n")
        try expectJSON("recall", "the weather", in: "recall-nothing.json.txt")
    }

    @Test func withoutAMemoryRecallSaysSoAndSucceeds() throws {
        let result = try scratch.etude(["recall", "x"])
        #expect(result.status == 0)
        #expect(result.output == "")
        #expect(result.errors.hasPrefix("base competence: "))
    }

    @Test func recordKeepsATrace() throws {
        let trace = #"{"skill": "support/refunds", "task": "refund 7", "outcome": "success"}"#
        try scratch.expect(try scratch.etude("record", "-", input: trace), in: "record.txt")
        try expectJSON("record", "-", input: trace, in: "record.json.txt")
        #expect(try scratch.git("rev-list", "--count", "refs/etude/traces/agent") == "2\n")
    }

    @Test func statusSumsUp() throws {
        try learn()
        try scratch.expect(try scratch.etude("status"), in: "status.txt")
        try expectJSON("status", in: "status.json.txt")
    }

    @Test func snapshotStatesAbilities() throws {
        try learn()
        try scratch.expect(try scratch.etude("snapshot", "--agent", "desk-1"), in: "snapshot.txt")
        try expectJSON("snapshot", "--agent", "desk-1", in: "snapshot.json.txt")
        #expect(try scratch.faults() == "")
    }

    @Test func logListsWhatWasLearned() throws {
        try learn()
        try scratch.expect(try scratch.etude("log"), in: "log.txt")
        try expectJSON("log", "--skill", "support", in: "log.json.txt")
        #expect(try scratch.etude("log", "--limit", "1").output.split(separator: "\n").count == 1)
    }

    @Test func showShowsAStrategyOrACommit() throws {
        let id = try learn()
        try scratch.expect(try scratch.etude("show", id), in: "show.txt")
        try expectJSON("show", id, in: "show.json.txt")
        let commit = try scratch.etude("show", "HEAD")
        #expect(commit.output.hasPrefix("commit \(try scratch.head())\n"))
    }

    @Test func diffSaysWhatChangedInBehaviour() throws {
        try learn()
        try scratch.expect(try scratch.etude("diff", "HEAD~1"), in: "diff.txt")
        try expectJSON("diff", "HEAD~1..HEAD", in: "diff.json.txt")
        let raw = try scratch.etude("diff", "HEAD~1", "--raw")
        #expect(raw.output.hasPrefix("diff --git a/strategies/"))
        try scratch.expect(try scratch.etude("diff", "HEAD"), in: "diff-nothing.txt")
    }

    @Test func trialSaysWhatAStrategyDoes() throws {
        let id = try learn()
        try scratch.expect(try scratch.etude("trial", id), in: "trial.txt")
        try scratch.expect(try scratch.etude("trial", "--all"), in: "trial-all.txt")
        try expectJSON("trial", id, in: "trial.json.txt")
        let refused = try scratch.etude("trial", id, "--retire")
        #expect(refused.status == 1)
        #expect(refused.errors.contains("the verdict about '\(id)' is 'unknown'"))
    }

    @Test func aTrialOnLiveTasksBeginsAndEnds() throws {
        let id = try learn()
        try scratch.expect(try scratch.etude("trial", id, "--live"), in: "trial-live.txt")
        #expect(try scratch.etude("status").output.contains("on trial    \(id)"))
        try scratch.expect(try scratch.etude("trial", id, "--end"), in: "trial-end.txt")
        #expect(try !scratch.etude("status").output.contains("on trial"))
        try scratch.expect(try scratch.etude("trial", id, "--end"), in: "trial-not-on.txt")
        #expect(try scratch.faults() == "")
    }

    @Test func failuresBecomeScenariosThatArePractised() throws {
        try scratch.expect(try scratch.etude("scenarios"), in: "scenarios-none.txt")
        let trace = #"{"skill": "support/refunds", "task": "refund 7", "right": "find_order"}"#
        #expect(try scratch.etude("record", "-", input: trace).status == 0)
        let dry = try scratch.etude("scenarios", "make", "--dry-run")
        #expect(dry.output.hasSuffix("  support/refunds  +0.40  refund 7\n"))
        #expect(dry.errors == "1 scenario would be made.\n")
        #expect(try scratch.git("ls-files", "scenarios") == "")
        try scratch.expect(try scratch.etude("scenarios", "make"), in: "scenarios-make.txt")
        try scratch.expect(try scratch.etude("scenarios", "make"), in: "scenarios-again.txt")
        try scratch.expect(
            try scratch.etude("practice", "--scenarios", "--program", "echo find_order"),
            in: "practice-scenarios.txt")
        try scratch.expect(try scratch.etude("scenarios"), in: "scenarios.txt")
        try expectJSON("scenarios", in: "scenarios.json.txt")
        #expect(try scratch.faults() == "")
    }

    @Test func conflictsAreNamed() throws {
        try scratch.expect(try scratch.etude("check", "--conflicts"), in: "conflicts-none.txt")
        for (name, action) in [("one", "find_order"), ("two", "refuse")] {
            try scratch.write(
                """
                ---
                id: \(name == "one" ? "4kq7w2mx9d" : "5kq7w2mx9d")
                title: \(name)
                skill: support/refunds
                when: a customer asks for a refund
                cues: [refund]
                do: call `\(action)`
                because: it is right
                ---

                """, to: "strategies/support/refunds/\(name).md")
        }
        try scratch.commitByHand()
        try scratch.expect(try scratch.etude("check", "--conflicts"), in: "conflicts.txt")
    }

    @Test func bisectNamesTheCommit() throws {
        let id = try learn()
        let task = ["bisect", "--task", "please refund it", "--right", "refund"]
        try scratch.expect(try scratch.etude(task, in: scratch.top), in: "bisect.txt")
        try scratch.expect(
            try scratch.etude(task + ["--good", "HEAD"], in: scratch.top), in: "bisect-same.txt")
        let result = try scratch.etude(task + ["--json"], in: scratch.top)
        #expect(result.status == 0)
        #expect(result.output.contains("\"id\" : \"\(id)\""))
    }

    @Test func theJudgeOfABisectKnowsNothingOfAGitHook() throws {
        try learn()
        let judge = #"test -z "$GIT_DIR$GIT_INDEX_FILE$GIT_WORK_TREE" || exit 200"#
        let result = try scratch.etude(
            ["bisect", "--run", judge], in: scratch.top,
            environment: ["GIT_DIR": "/x", "GIT_INDEX_FILE": "/x", "GIT_WORK_TREE": "/x"])
        #expect(result.status == 0)
        #expect(result.errors == "")
    }

    @Test func revertTakesBack() throws {
        let id = try learn()
        try scratch.expect(try scratch.etude("revert", id, "--dry-run"), in: "revert-dry.txt")
        try scratch.expect(try scratch.etude("revert", id), in: "revert.txt")
        try learn()
        try expectJSON("revert", "--skill", "support", "--agent", "desk-1", in: "revert.json.txt")
        #expect(try scratch.git("ls-files", "strategies") == "")
        #expect(try scratch.faults() == "")
    }

    @Test func skillsAreListedAcceptedAndDeclined() throws {
        for name in ["late", "lost", "more"] {
            try scratch.write(
                "---\ntitle: \(name)\nstatus: proposed\nkind: failure-mode\n---\n",
                to: "skills/support/\(name)/skill.md")
        }
        try scratch.commitByHand()
        try scratch.expect(try scratch.etude("skills"), in: "skills.txt")
        try expectJSON("skills", "tree", in: "skills.json.txt")
        try scratch.expect(
            try scratch.etude("skills", "accept", "support/late"), in: "skills-accept.txt")
        try scratch.expect(
            try scratch.etude("skills", "decline", "support/lost"), in: "skills-decline.txt")
        try expectJSON("skills", "accept", "support/more", in: "skills-accept.json.txt")
        #expect(try scratch.faults() == "")
    }

    @Test func checkAndDoctorFindASoundMemorySound() throws {
        try learn()
        try scratch.expect(try scratch.etude("check"), in: "check.txt")
        try expectJSON("check", in: "check.json.txt")
        let doctor = try scratch.etude("doctor")
        #expect(doctor.status == 0)
        #expect(doctor.errors == "")
        #expect(doctor.output.split(separator: "\n").allSatisfy { $0.hasPrefix("ok ") })
        let json = try scratch.etude("doctor", "--json")
        let rows = try JSONSerialization.jsonObject(with: Data(json.output.utf8))
        #expect((rows as? [[String: Any]])?.allSatisfy { $0["sound"] as? Bool == true } == true)
    }
}
