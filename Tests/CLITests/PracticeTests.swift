import EtudeTestSupport
import Foundation
import Testing

/// Practice with the program, kills included.
@Suite struct PracticeTests {
    let scratch: Scratch

    init() throws {
        scratch = try Scratch()
        try scratch.makeDesk()
    }

    func practise(_ arguments: String...) throws -> Program.Result {
        try scratch.etude(
            ["practice", "--desk", scratch.desk, "--memory", scratch.top] + arguments)
    }

    func report(_ result: Program.Result) throws -> [String: Any] {
        let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
        return try #require(object as? [String: Any])
    }

    @Test func practiceReportsAsTextAndAsJSON() throws {
        let text = try practise("--attempts", "6")
        #expect(text.status == 0)
        #expect(text.errors == "")
        let figures = try scratch.plain(text.output)
            .replacing(/took( +)[0-9.]+ s/, with: "took SOME s")
        try Snapshot.expect(figures, in: "practice.txt")
        let json = try practise("--attempts", "0", "--json")
        let report = try report(json)
        #expect(
            Set(report.keys) == [
                "attempts", "base", "held-out", "memory", "others", "seconds", "seed", "skill",
                "strategies",
            ])
        #expect(report["skill"] is NSNull)
        #expect((report["base"] as? [String: Any])?["unchanged"] as? Bool == true)
        #expect(try scratch.faults() == "")
    }

    @Test func aProgramMayActInTheApprenticesPlace() throws {
        let result = try practise("--attempts", "2", "--program", "echo track_parcel", "--json")
        #expect(result.status == 0)
        let report = try report(result)
        #expect((report["held-out"] as? [String: Any])?["without"] as? Double == 0.25)
        #expect(try scratch.git("rev-list", "--count", "refs/etude/traces/apprentice") != "0\n")
    }

    @Test(arguments: [
        ("exit 3", "practice-program-fails.txt"),
        ("echo oops >&2; exit 1", "practice-program-says-why.txt"),
    ])
    func aProgramThatFailsIsNamed(program: String, snapshot: String) throws {
        let result = try practise("--program", program)
        try scratch.expect(result, in: snapshot)
        #expect(try scratch.faults() == "")
    }

    @Test func aProgramThatHangsIsStopped() throws {
        let result = try practise("--program", "exec sleep 600", "--time-limit", "1")
        try scratch.expect(result, in: "practice-program-hangs.txt")
    }

    /// Killed after so many commits of traces, the next run takes up what was not evaluated.
    @Test(arguments: [1, 2, 4, 7, 11])
    func aKillLosesNothing(after commits: Int) throws {
        let process = try scratch.start("practice")
        while process.isRunning, try countOfTraceCommits() < commits {}
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        #expect(process.terminationReason == .uncaughtSignal)
        let before = try traces()
        #expect(before.count >= 1)

        let next = try scratch.etude("practice", "--attempts", "1")
        #expect(next.status == 0)
        let after = try traces()
        #expect(after.isSuperset(of: before))
        let status = try report(try scratch.etude("status", "--json"))
        #expect(status["pending"] as? Int == 0)
        #expect(status["traces"] as? Int == after.count)
        #expect(try scratch.faults() == "")
        let files = try scratch.lines(of: scratch.git("ls-files", "strategies"))
            .map { String($0.dropLast(3).suffix(10)) }
        let learned = try scratch.lines(
            of: scratch.git("log", "--format=%(trailers:key=Etude-Strategy,valueonly)"))
        #expect(files.sorted() == learned.sorted())
    }

    /// A kill between the trace and its evaluation, whenever that is: the trace is pending by hand.
    @Test func aTraceThatIsPendingIsTakenUp() throws {
        _ = try practise("--attempts", "3")
        let reference = "refs/etude/traces/apprentice"
        let log = try scratch.lines(of: scratch.git("log", "--format=%H %s", reference))
        let evaluated = log.first { $0.contains(" evaluate(") }
        let commit = try #require(evaluated?.prefix(40))
        try scratch.git("update-ref", reference, "\(commit)^")
        let status = try report(try scratch.etude("status", "--json"))
        #expect(status["pending"] as? Int == 1)
        let next = try practise("--attempts", "0")
        #expect(next.errors == "Took up 1 evaluation interrupted earlier.\n")
        #expect(try report(try scratch.etude("status", "--json"))["pending"] as? Int == 0)
        #expect(try scratch.faults() == "")
    }

    private func countOfTraceCommits() throws -> Int {
        let text = try scratch.git("rev-list", "--count", "refs/etude/traces/apprentice")
        return Int(text.trimmingCharacters(in: .newlines)) ?? 0
    }

    private func traces() throws -> Set<String> {
        let log = try scratch.git(
            "log", "--format=%(trailers:key=Etude-Trace,valueonly)", "refs/etude/traces/apprentice")
        return Set(scratch.lines(of: log))
    }
}
