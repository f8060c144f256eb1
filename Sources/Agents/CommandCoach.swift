public import EtudeDomain
import Foundation

/// A coach that is any program: it reads a failure as JSON from its standard input, and writes other tasks
/// of the same kind to its standard output.
///
/// The request is `{"failure": {"task", "skill", "answered", "right"}, "difficulty", "chance", "count"}`:
/// the difficulty in logits, and the chance of success that it means for the agent that failed. The
/// answer is `[{"task": "…", "right": "…"}, …]`; where `right` is left out, it is that of the failure.
public struct CommandCoach: Sendable {
    /// The command line, run by `sh`.
    public let command: String
    /// How long an answer may take.
    public let timeLimit: Duration

    /// A task like another, with its right answer.
    public struct Variation: Hashable, Sendable {
        /// The task.
        public let task: String
        /// What is right.
        public let right: String
    }

    /// Wraps a command line.
    public init(command: String, timeLimit: Duration) {
        self.command = command
        self.timeLimit = timeLimit
    }

    /// Asks for tasks like that of a failure.
    ///
    /// - Parameters:
    ///   - failure: The failure.
    ///   - right: What would have been right.
    ///   - difficulty: How hard they are to be, in logits on the scale of ability.
    ///   - chance: The chance of success that this means for the agent, 0 to 1.
    ///   - count: How many to ask for.
    /// - Returns: What the program wrote, which may be fewer or more.
    /// - Throws: ``AgentError`` where it writes none in time.
    public func variations(
        of failure: Trace, right: String, difficulty: Double, chance: Double, count: Int
    ) async throws(AgentError) -> [Variation] {
        let request = Request(
            failure: Request.Failure(
                task: failure.task, skill: failure.skill.text, answered: failure.choice.answer,
                right: right),
            difficulty: difficulty, chance: chance, count: count)
        let output = try await Program(command, timeLimit: timeLimit).output(for: request.text)
        guard let replies = try? JSONDecoder().decode([Reply].self, from: Data(output.utf8)) else {
            throw .unreadable(
                command: command,
                reason: "its output is not [{\"task\": \"…\", \"right\": \"…\"}, …]")
        }
        return replies.map { Variation(task: $0.task, right: $0.right ?? right) }
    }
}

/// What the program reads.
private struct Request: RequestLine {
    struct Failure: Encodable {
        let task: String
        let skill: String
        let answered: String?
        let right: String
    }

    let failure: Failure
    let difficulty: Double
    let chance: Double
    let count: Int
}

/// One task that the program writes.
private struct Reply: Decodable {
    let task: String
    let right: String?
}
