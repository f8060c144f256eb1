public import EtudeDomain
import Foundation

/// An agent that is any program: it reads a request as JSON from its standard input and writes its
/// answer to its standard output.
///
/// It runs in a process group of its own, which ends with the time limit.
///
/// The request is `{"scenario": {"task", "skill"}, "strategies": [{"id", "title", "when", "cues",
/// "unless", "do", "instead-of", "because"}]}`. The answer is plain text, or
/// `{"answer": "…", "used": ["id", …]}`.
public struct CommandAgent: Agent {
    /// The name it signs with.
    public let name: String
    /// The command line, run by `sh`.
    public let command: String
    /// How long an answer may take.
    public let timeLimit: Duration
    /// Whether a task may be tried without memory first.
    public let rehearses: Bool

    /// Wraps a command line.
    public init(name: String, command: String, timeLimit: Duration, rehearses: Bool) {
        self.name = name
        self.command = command
        self.timeLimit = timeLimit
        self.rehearses = rehearses
    }

    /// The command line.
    public var base: [UInt8] { Array(command.utf8) }

    /// Runs the program once.
    public func answer(
        _ task: String, in skill: SkillPath?, with advice: [Advice]
    ) async throws(AgentError) -> Answer {
        let request = Request(
            scenario: .init(task: task, skill: skill?.text),
            strategies: advice.map(Request.Strategy.init))
        return try answer(
            in: try await Program(command, timeLimit: timeLimit).output(for: request.text))
    }

    private func answer(in output: String) throws(AgentError) -> Answer {
        let text = output.trimmingWhitespace
        guard !text.isEmpty else {
            throw .unreadable(command: command, reason: "it wrote nothing to standard output")
        }
        guard text.hasPrefix("{") else { return Answer(action: text) }
        guard let reply = try? JSONDecoder().decode(Reply.self, from: Data(text.utf8)),
            !reply.answer.allSatisfy(\.isWhitespace)
        else {
            throw .unreadable(
                command: command, reason: "its object is not {\"answer\": \"…\", \"used\": […]}")
        }
        return Answer(action: reply.answer, used: (reply.used ?? []).compactMap(EntryID.init))
    }
}

/// What the program reads.
private struct Request: RequestLine {
    struct Scenario: Encodable {
        let task: String
        let skill: String?
    }

    struct Strategy: Encodable {
        let id: String
        let title: String
        let when: String
        let cues: [String]
        let unless: [String]
        let action: String
        let insteadOf: String?
        let because: String

        enum CodingKeys: String, CodingKey {
            case id, title, when, cues, unless, because
            case action = "do"
            case insteadOf = "instead-of"
        }

        init(_ advice: Advice) {
            id = advice.id.text
            title = advice.lesson.title
            when = advice.lesson.when
            cues = advice.lesson.cues.map(\.text)
            unless = advice.lesson.unless.map(\.text)
            action = advice.lesson.action.text
            insteadOf = advice.lesson.insteadOf?.text
            because = advice.lesson.because
        }
    }

    let scenario: Scenario
    let strategies: [Strategy]
}

/// What the program may write instead of plain text.
private struct Reply: Decodable {
    let answer: String
    let used: [String]?
}
