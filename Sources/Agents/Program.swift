import Foundation
import Subprocess

/// A command line, run by `sh` in a process group of its own, which ends with the time limit.
public struct Program: Hashable, Sendable {
    /// The command line.
    public let command: String
    /// How long a run may take.
    public let timeLimit: Duration
    /// Variables that it finds beside those of this process.
    public let environment: [String: String]

    /// What a run left.
    struct Run: Sendable {
        let status: TerminationStatus
        /// What it wrote to its standard output.
        let output: String
        /// The end of what it wrote to its standard error.
        let error: String
    }

    /// Wraps a command line.
    public init(_ command: String, timeLimit: Duration, environment: [String: String] = [:]) {
        self.command = command
        self.timeLimit = timeLimit
        self.environment = environment
    }

    /// The most that a program may write to its standard output, in bytes.
    private static let outputLimit = 1 << 20

    /// How much of the end of standard error is kept, in bytes.
    private static let errorLimit = 400

    /// What a git hook says about its repository: the program must find the one of its own folder.
    private static let hookVariables = ["GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"]

    /// Runs the command, and reads what it leaves of its input: a program that does not read the request
    /// must not break the pipe that it is written to, since that would end this process.
    private static let script = #"trap : TERM; sh -c "$1"; status=$?; cat >/dev/null; exit $status"#

    /// What the program writes to its standard output, given `input`; it has to exit with 0.
    func output(for input: String) async throws(AgentError) -> String {
        let run = try await run(on: input)
        guard run.status.isSuccess else {
            throw .failed(command: command, status: run.statusText, text: run.error)
        }
        return run.output
    }

    /// The status that the program exits with, given `input`.
    ///
    /// - Throws: ``AgentError`` where it does not exit by itself and in time.
    public func exitStatus(for input: String = "") async throws(AgentError) -> Int {
        let run = try await run(on: input)
        guard case .exited(let code) = run.status else {
            throw .failed(command: command, status: run.statusText, text: run.error)
        }
        return Int(code)
    }

    private func run(on input: String) async throws(AgentError) -> Run {
        do {
            return try await withThrowingTaskGroup(of: Run.self) { group in
                group.addTask { try await wholeRun(on: input) }
                group.addTask {
                    try await Task.sleep(for: timeLimit)
                    throw AgentError.timedOut(command: command, limit: timeLimit)
                }
                defer { group.cancelAll() }
                guard let run = try await group.next() else { throw CancellationError() }
                return run
            }
        } catch let error as AgentError {
            throw error
        } catch {
            throw .notRun(command: command, reason: "\(error)")
        }
    }

    private func wholeRun(on input: String) async throws -> Run {
        var options = PlatformOptions()
        options.processGroupID = 0
        options.teardownSequence = [
            .gracefulShutDown(toProcessGroup: true, allowedDurationToNextStep: .seconds(1))
        ]
        var variables: [Environment.Key: String?] = [:]
        for name in Self.hookVariables {
            variables[Environment.Key(stringLiteral: name)] = .some(nil)
        }
        for (name, value) in environment { variables[Environment.Key(stringLiteral: name)] = value }
        var leader: pid_t?
        defer { if Task.isCancelled, let leader { kill(-leader, SIGKILL) } }
        let result = try await Subprocess.run(
            .name("sh"), arguments: ["-c", Self.script, "sh", command],
            environment: .inherit.updating(variables), platformOptions: options,
            input: .string(input), output: .string(limit: Self.outputLimit), error: .sequence
        ) { execution in
            leader = execution.processIdentifier.value
            return try await Self.end(of: execution.standardError)
        }
        try Task.checkCancellation()
        return Run(
            status: result.terminationStatus, output: result.standardOutput,
            error: result.closureResult)
    }

    private static func end(of stream: SubprocessOutputSequence) async throws -> String {
        var end: [UInt8] = []
        for try await buffer in stream {
            unsafe buffer.withUnsafeBytes { unsafe end.append(contentsOf: $0) }
            end.removeFirst(max(0, end.count - errorLimit))
        }
        return String(decoding: end, as: UTF8.self)
    }
}

extension Program.Run {
    fileprivate var statusText: String {
        switch status {
        case .exited(let code): "exit status \(code)"
        case .signaled(let signal): "signal \(signal)"
        }
    }
}
