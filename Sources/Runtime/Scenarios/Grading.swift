import EtudeAgents
import EtudeDomain
import Foundation

extension Scenario.Grader {
    /// How long a pattern or a command may take to judge an answer.
    static let timeLimit = Duration.seconds(60)

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
            return try Self.matches(answer, pattern, within: limit) ? .success : .failure
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
    ) throws(Failure) -> Bool {
        let regex: NSRegularExpression
        do { regex = try NSRegularExpression(pattern: "\\A(?:\(pattern))\\z") } catch {
            throw Failure(
                "the grader's pattern '\(pattern.escaped)' cannot be read", hint: mending)
        }
        let (text, end) = (answer.trimmingWhitespace, ContinuousClock.now + limit)
        let whole = NSRange(text.startIndex..., in: text)
        var (isMatch, isLate) = (false, false)
        // Progress is reported without a result, and lets go of a pattern that tries too many ways.
        unsafe regex.enumerateMatches(in: text, options: .reportProgress, range: whole) {
            match, _, stop in
            isMatch = match != nil
            isLate = !isMatch && ContinuousClock.now > end
            if isMatch || isLate { unsafe stop.pointee = true }
        }
        guard !isLate else {
            throw Failure(
                "the grader's pattern '\(pattern.escaped)' took longer than \(limit)",
                hint: mending)
        }
        return isMatch
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

    fileprivate static let mending = "mend 'expect' in the scenario's file"
}

extension Failure {
    /// Whether a grader could not judge, which says nothing about the answer.
    var isOfGrader: Bool { hint == Scenario.Grader.mending }
}
