import Foundation
import Testing

/// Commands that run programs, interrupted while one runs.
@Suite struct InterruptionTests {
    let scratch: Scratch

    init() throws {
        scratch = try Scratch()
        try scratch.initialize()
        #expect(try scratch.etude("learn", "-", input: refund()).status == 0)
    }

    /// Waits until the program has said who it is.
    private func program(in file: String, of process: Process) async throws -> pid_t {
        while process.isRunning {
            let text = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
            if text.hasSuffix("\n"), let number = pid_t(text.dropLast()) { return number }
            try await Task.sleep(for: .milliseconds(20))
        }
        throw CocoaError(.fileNoSuchFile)
    }

    private func hasEnded(_ number: pid_t) async throws -> Bool {
        for _ in 0..<3_000 {
            if kill(number, 0) != 0 { return true }
            try await Task.sleep(for: .milliseconds(20))
        }
        return false
    }

    @Test(arguments: [SIGINT, SIGTERM])
    func aBisectTakesItsProgramAndItsCopyAlong(number: Int32) async throws {
        let (file, folder) = (scratch.folder + "/program", scratch.folder + "/temporary")
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: false)
        let process = try scratch.start(
            "bisect", "--time-limit", "600", "--run", "echo $$ > '\(file)'; exec sleep 600",
            environment: ["TMPDIR": folder])
        let program = try await program(in: file, of: process)
        kill(process.processIdentifier, number)
        process.waitUntilExit()
        #expect(process.terminationReason == .uncaughtSignal)
        #expect(process.terminationStatus == number)
        #expect(try await hasEnded(program))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [])
        #expect(try scratch.faults() == "")
    }

    @Test func practiceThatIsInterruptedLosesNothing() async throws {
        try scratch.write(
            """
            ---
            id: 4kq7w2mx9d
            title: A refund
            skill: support/refunds
            expect: find_order
            ---

            please refund it

            """, to: "scenarios/support/refunds/refund.md")
        try scratch.commitByHand()
        let file = scratch.folder + "/program"
        let process = try scratch.start(
            "practice", "--scenarios", "--time-limit", "600", "--program",
            "echo $$ > '\(file)'; exec sleep 600")
        let program = try await program(in: file, of: process)
        process.interrupt()
        process.waitUntilExit()
        #expect(process.terminationReason == .uncaughtSignal)
        #expect(try await hasEnded(program))
        #expect(try scratch.etude("practice", "--scenarios").status == 0)
        #expect(try scratch.faults() == "")
    }

    /// Practice without a program ends between two requests.
    @Test func practiceOfADeskEndsByItself() async throws {
        let scratch = try Scratch()
        try scratch.makeDesk()
        let process = try scratch.start("practice", "--desk", scratch.desk, "--attempts", "24")
        while process.isRunning,
            try scratch.git("for-each-ref", "refs/etude/traces/apprentice").isEmpty
        {
            try await Task.sleep(for: .milliseconds(5))
        }
        process.interrupt()
        process.waitUntilExit()
        #expect(try scratch.etude("doctor").status == 0)
        #expect(try scratch.faults() == "")
    }
}
