@testable import EtudeRuntime
import EtudeAgents
import EtudeDomain
import EtudePractice
import EtudeStore
import EtudeTestSupport
import Foundation
import Testing

@Suite struct BisectMemoryTests {
    let scratch: Scratch

    init() async throws {
        scratch = try Scratch()
        try await scratch.initialize("support", "support/refunds", "support/parcels")
    }

    func bisect(
        _ questions: BisectMemory.Questions, good: String? = nil, bad: String? = nil,
        repeats: Int = 1
    ) async throws -> BisectReport {
        try await BisectMemory(questions, good: good, bad: bad, repeats: repeats)
            .run(scratch.finder, surroundings: .fixed())
    }

    /// Has a program judge a copy of the memory.
    func judged(by program: Program) -> BisectMemory.Questions {
        .program(program, copyingTo: scratch.folder + "/copy")
    }

    /// Commits a strategy as a person writes it.
    func write(_ id: String, cue: String, action: String, message: String) throws {
        try scratch.write(
            """
            ---
            id: "\(id)"
            title: \(cue) means \(action)
            skill: support/refunds
            status: active
            when: a request says '\(cue)'
            cues: [\(cue)]
            do: answer `\(action)`
            because: it was so
            ---

            """, to: "strategies/support/refunds/\(cue)-\(id).md")
        try scratch.commitByHand(message)
    }

    /// Eight strategies, the sixth of which answers a request about a parcel wrong.
    func writeHistory() throws {
        for number in 0..<8 {
            let isHarm = number == 5
            try write(
                "000000000\(number)", cue: isHarm ? "parcel" : "word\(number)",
                action: isHarm ? "refund" : "action\(number)", message: "Lesson \(number)")
        }
    }

    @Test func theCommitThatMadeOneTaskWrongIsNamed() async throws {
        try write("aaaaaaaaaa", cue: "late", action: "track_parcel", message: "Late parcels")
        try writeHistory()
        try scratch.write("not committed\n", to: "notes.txt")
        let before = try scratch.contents()
        let report = try await bisect(.task("my parcel is here", right: "track_parcel"))
        let culprit = try #require(report.culprits.first)
        #expect(report.culprits.count == 1)
        #expect(culprit.subject == "Lesson 5")
        #expect(culprit.changes.map(\.id) == ["0000000005"])
        #expect(culprit.changes.map(\.kind) == [.learned])
        #expect(culprit.broke.map(\.before) == ["track_parcel"])
        #expect(culprit.broke.map(\.after) == ["refund"])
        #expect(culprit.broke.map(\.used) == [["0000000005"]])
        #expect(culprit.commits == scratch.lines(of: try scratch.git("rev-parse", "HEAD~2")))
        #expect(report.revisions <= 6)
        let after = try scratch.contents().filter { !$0.key.hasPrefix(".git/etude") }
        #expect(after == before.filter { !$0.key.hasPrefix(".git/etude") })
    }

    @Test func whatCameRightBlamesNobody() async throws {
        try writeHistory()
        try scratch.git("revert", "--no-edit", "HEAD~2")
        let report = try await bisect(.task("my parcel is here", right: "parcel"))
        #expect(report.culprits.isEmpty)
        #expect(report.rightBefore == 1)
        #expect(report.rightAfter == 1)
    }

    @Test func aMergeIsSearchedToTheCommitItTookIn() async throws {
        try write("bbbbbbbbbb", cue: "before", action: "before", message: "Before")
        try scratch.git("switch", "-q", "-c", "side")
        try writeHistory()
        try scratch.git("switch", "-q", "main")
        try write("cccccccccc", cue: "after", action: "after", message: "After")
        try scratch.git("merge", "-q", "--no-ff", "-m", "Merge", "side")
        let report = try await bisect(.task("my parcel is here", right: "parcel"))
        #expect(report.culprits.map(\.subject) == ["Lesson 5"])
    }

    @Test func aMergeThatBreaksByItselfIsBlamed() async throws {
        try scratch.git("switch", "-q", "-c", "side")
        try write("bbbbbbbbbb", cue: "side", action: "side", message: "Side")
        try scratch.git("switch", "-q", "main")
        try write("cccccccccc", cue: "after", action: "after", message: "After")
        try scratch.git("merge", "-q", "--no-ff", "--no-commit", "side")
        try write("dddddddddd", cue: "parcel", action: "refund", message: "Evil merge")
        let report = try await bisect(.task("my parcel is here", right: "parcel"))
        #expect(report.culprits.map(\.subject) == ["Evil merge"])
    }

    @Test func storedAttemptsAreReplayed() async throws {
        let memory = try await scratch.memory()
        let now = Surroundings.fixed().now()
        try await memory.keep(
            Trace(
                id: try id("zzzzzzzzzz"), skill: try skill("support/parcels"), agent: "desk-1",
                task: "where is my parcel", outcome: .success, baseOutcome: .success,
                started: now, ended: now, choice: Trace.Choice(right: "track"), evaluation: .none))
        try writeHistory()
        let report = try await bisect(.attempts(of: try skill("support/parcels")))
        #expect(report.culprits.map(\.subject) == ["Lesson 5"])
        #expect(report.questions == 1)
    }

    @Test func scenariosAreGraded() async throws {
        let graders = [("exact", "parcel"), ("one-of", "parcel"), ("regex", "p[a-z]+l")]
        for (number, (grader, expected)) in graders.enumerated() {
            try scratch.write(
                """
                ---
                id: "111111111\(number)"
                title: A parcel
                skill: support/parcels
                grader: \(grader)
                expect: ["\(expected)"]
                ---
                my parcel is here
                """, to: "scenarios/support/parcels/parcel-\(number).md")
        }
        try scratch.commitByHand("Scenarios")
        try writeHistory()
        let report = try await bisect(.scenarios(of: nil))
        #expect(report.culprits.map(\.subject) == ["Lesson 5"])
        #expect(report.culprits.first?.broke.count == 3)
        #expect(report.questions == 3)
    }

    @Test func aProgramJudgesACopyOfTheMemory() async throws {
        try writeHistory()
        let head = try scratch.head()
        try scratch.write("edited\n", to: "README.md")
        let program = Program(
            "test ! -e \"$ETUDE_MEMORY/strategies/support/refunds/parcel-0000000005.md\" "
                + "&& git -C \"$ETUDE_MEMORY\" status --porcelain | wc -l | grep -qx ' *0' "
                + "&& test $(git -C \"$ETUDE_MEMORY\" rev-parse HEAD) = $ETUDE_REVISION",
            timeLimit: .seconds(600))
        let report = try await bisect(judged(by: program))
        #expect(report.culprits.map(\.subject) == ["Lesson 5"])
        #expect(try scratch.head() == head)
        #expect(try scratch.read("README.md") == "edited\n")
        #expect(!FileManager.default.fileExists(atPath: scratch.folder + "/copy"))
    }

    @Test func revisionsThatCannotBeJudgedAreTold() async throws {
        try writeHistory()
        let folder = "\"$ETUDE_MEMORY/strategies/support/refunds\""
        let program = Program(
            "cd \(folder) 2>/dev/null || exit 0; ls | grep -q word7 && exit 1; "
                + "ls | grep -q word4 && exit 125; exit 0", timeLimit: .seconds(600))
        let report = try await bisect(judged(by: program))
        let culprit = try #require(report.culprits.first)
        #expect(culprit.commits.count == 4)
        #expect(culprit.subject == "Lesson 7")
        #expect(culprit.changes.count == 4)
        let nothing = try await failure {
            try await bisect(judged(by: Program("exit 125", timeLimit: .seconds(600))))
        }
        #expect(nothing.message.contains("exits with 125"))
    }

    @Test func flakyQuestionsAreRepeatedAndTold() async throws {
        try writeHistory()
        // Wrong every third time; from the sixth lesson on, right every third time.
        let count = scratch.folder + "/count"
        let program = Program(
            "n=$(cat '\(count)' 2>/dev/null || echo 0); echo $((n + 1)) > '\(count)'; "
                + "bad=0; test -e \"$ETUDE_MEMORY/strategies/support/refunds/parcel-0000000005.md\" "
                + "&& bad=1; test $((n % 3)) = 0 && bad=$((1 - bad)); exit $bad",
            timeLimit: .seconds(600))
        let report = try await bisect(judged(by: program), repeats: 3)
        #expect(report.culprits.map(\.subject) == ["Lesson 5"])
        #expect(report.flaky == [program.command])
    }

    @Test func whatCannotBeAskedIsTold() async throws {
        try writeHistory()
        let program = Program("true", timeLimit: .seconds(600))
        let parcels = try skill("support/parcels")
        try await expect("no stored attempt at 'support/parcels'", .attempts(of: parcels))
        try await expect("no scenario of 'support/parcels'", .scenarios(of: parcels))
        try await expect("no skill 'support/parcelz'", .attempts(of: skill("support/parcelz")))
        try await expect("no requests for the skill", .desk(.embedded, of: parcels))
        try await expect("'no-such'", judged(by: program), good: "no-such")
        try await expect("is the same at both", judged(by: program), good: "HEAD")
        try await expect(
            "is not among the commits", judged(by: program), good: "HEAD", bad: "HEAD~3")
        try await expect(
            "exit status 127", judged(by: Program("no-such-program", timeLimit: .seconds(600))))
        try await expect(
            "no verdict", judged(by: Program("sleep 60", timeLimit: .milliseconds(300))))
        try await expect(
            "nothing is answered right", judged(by: Program("false", timeLimit: .seconds(600))))
        try await expect(
            "exit status 126", judged(by: Program("exit 126", timeLimit: .seconds(600))))
        try await expect(
            "exit status 137", judged(by: Program("kill -9 $$", timeLimit: .seconds(600))))
    }

    private func expect(
        _ text: String, _ questions: BisectMemory.Questions, good: String? = nil,
        bad: String? = nil
    ) async throws {
        let told = try await failure { try await bisect(questions, good: good, bad: bad) }
        #expect(told.text.contains(text))
        #expect(told.hint != nil || told.details != [])
    }
}

/// Among 200 honest commits, the one that planted a harmful strategy is named.
@Suite struct BisectPlantedHarmTests {
    /// Four memories, each with five plants of its own.
    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func aPlantedStrategyIsNamed(seed: UInt64) async throws {
        let practised = try await PractisedDesk.shared.result(seed: seed)
        var generator = SeededGenerator(seed: seed + 100)
        for _ in 0..<5 {
            let planted = try PractisedDesk.plant(among: practised.attempts, &generator)
            var strategies = practised.honest
            generator.shuffle(&strategies)
            strategies.insert(planted, at: Int.random(in: 0...strategies.count, using: &generator))
            let scratch = try Scratch()
            try await initialize(scratch)
            let memory = try await scratch.memory()
            try await memory.learn(strategies.map { ($0, body: "") })
            let report = try await BisectMemory(.desk(.embedded, of: nil))
                .run(scratch.finder, surroundings: .fixed())
            let culprit = try #require(report.culprits.first)
            #expect(report.commits == PractisedDesk.count + 1)
            #expect(culprit.changes.map(\.id) == [planted.id.text])
        }
    }

    private func initialize(_ scratch: Scratch) async throws {
        let skills = Desk.embedded.taxonomy
        _ = try await InitializeMemory(folder: scratch.top, skills: skills).run(.fixed())
        try scratch.write("durability: relaxed\n", to: ".git/etude/config")
    }
}
