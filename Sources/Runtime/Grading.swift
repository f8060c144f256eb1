import EtudeAgents
import EtudeDomain

extension Scenario.Grader {
    /// How long a pattern or a command may take to judge an answer.
    static let timeLimit = Duration.seconds(10)

    /// The one right answer, where there is one.
    var right: String? {
        if case .exact(let right) = self { right } else { nil }
    }

    /// Whether `answer` is right; nil where a pattern or a command has to tell.
    func outcome(of answer: String) -> Trace.Outcome? {
        switch self {
        case .exact(let right): Self.outcome([right], answer)
        case .oneOf(let right): Self.outcome(right, answer)
        case .regex, .command: nil
        }
    }

    /// Whether `answer` is right.
    ///
    /// - Throws: ``Failure`` where the pattern is none, the command cannot be run, or either takes
    ///   longer than `limit`.
    func judge(
        _ answer: String, within limit: Duration = timeLimit
    ) async throws(Failure) -> Trace.Outcome {
        switch self {
        case .exact(let right): return Self.outcome([right], answer)
        case .oneOf(let right): return Self.outcome(right, answer)
        case .regex(let pattern):
            return try await Self.matches(answer, pattern, within: limit) ? .success : .failure
        case .command(let command):
            return try await Self.accepts(answer, command, within: limit) ? .success : .failure
        }
    }

    private static func outcome(_ right: [String], _ answer: String) -> Trace.Outcome {
        let name = Action.normalized(answer[...])
        return right.contains { Action.normalized($0[...]) == name } ? .success : .failure
    }

    private static func matches(
        _ answer: String, _ pattern: String, within limit: Duration
    ) async throws(Failure) -> Bool {
        let verdict = await EtudeRuntime.answer(within: limit) {
            () async -> Result<Bool, Failure> in
            do {
                let regex = try Regex(pattern)
                return .success(try regex.wholeMatch(in: answer.trimmingWhitespace) != nil)
            } catch {
                return .failure(
                    Failure(
                        "the grader's pattern '\(pattern.escaped)' cannot be read",
                        details: ["\(error)"], hint: mending))
            }
        }
        guard let verdict else {
            throw Failure(
                "the grader's pattern '\(pattern.escaped)' took longer than \(limit)",
                hint: mending)
        }
        return try verdict.get()
    }

    private static func accepts(
        _ answer: String, _ command: String, within limit: Duration
    ) async throws(Failure) -> Bool {
        let status: Int
        do throws(AgentError) {
            status = try await Program(command, timeLimit: limit).exitStatus(for: answer)
        } catch {
            throw Failure(
                "the grader '\(command.escaped)' gave no verdict",
                details: [Failure(error).message], hint: mending)
        }
        guard status < notExecutable else {
            throw Failure(
                "the grader '\(command.escaped)' could not be run: exit status \(status)",
                hint: mending)
        }
        return status == 0
    }

    /// From this exit status on, a shell says that it could not run a command, or that a signal ended it.
    private static let notExecutable = 126

    private static let mending = "mend 'expect' in the scenario's file"
}
