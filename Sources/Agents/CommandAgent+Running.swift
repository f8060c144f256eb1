import Foundation
import Subprocess

extension CommandAgent {
    /// The most that a program may write to its standard output, in bytes.
    private static let outputLimit = 1 << 20

    /// How much of the end of standard error is kept, in bytes.
    private static let errorLimit = 400

    /// Runs the command, and reads what it leaves of its input: a program that does not read the request
    /// must not break the pipe that it is written to, since that would end this process.
    private static let script = #"trap : TERM; sh -c "$1"; status=$?; cat >/dev/null; exit $status"#

    /// What the program writes to its standard output, given `input`.
    func output(for input: String) async throws(AgentError) -> String {
        do {
            return try await withThrowingTaskGroup(of: String.self) { group in
                group.addTask { try await collectedOutput(for: input) }
                group.addTask {
                    try await Task.sleep(for: timeLimit)
                    throw AgentError.timedOut(command: command, limit: timeLimit)
                }
                defer { group.cancelAll() }
                guard let output = try await group.next() else { return "" }
                return output
            }
        } catch let error as AgentError {
            throw error
        } catch {
            throw .notRun(command: command, reason: "\(error)")
        }
    }

    private func collectedOutput(for input: String) async throws -> String {
        var options = PlatformOptions()
        options.processGroupID = 0
        options.teardownSequence = [
            .gracefulShutDown(toProcessGroup: true, allowedDurationToNextStep: .seconds(1))
        ]
        var leader: pid_t?
        defer { if Task.isCancelled, let leader { kill(-leader, SIGKILL) } }
        let result = try await Subprocess.run(
            .name("sh"), arguments: ["-c", Self.script, "sh", command], platformOptions: options,
            input: .string(input), output: .string(limit: Self.outputLimit), error: .sequence
        ) { execution in
            leader = execution.processIdentifier.value
            return try await Self.end(of: execution.standardError)
        }
        try Task.checkCancellation()
        guard result.terminationStatus.isSuccess else {
            throw AgentError.failed(
                command: command, status: Self.text(of: result.terminationStatus),
                text: result.closureResult)
        }
        return result.standardOutput
    }

    private static func end(of stream: SubprocessOutputSequence) async throws -> String {
        var end: [UInt8] = []
        for try await buffer in stream {
            unsafe buffer.withUnsafeBytes { unsafe end.append(contentsOf: $0) }
            end.removeFirst(max(0, end.count - errorLimit))
        }
        return String(decoding: end, as: UTF8.self)
    }

    private static func text(of status: TerminationStatus) -> String {
        switch status {
        case .exited(let code): "exit status \(code)"
        case .signaled(let signal): "signal \(signal)"
        }
    }
}
