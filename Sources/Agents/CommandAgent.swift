public import EtudeDomain
import Foundation
import Subprocess

/// An agent that is any program: it reads a request as JSON from its standard input and writes its
/// answer to its standard output.
///
/// The request is `{"scenario": {"task", "skill"}, "strategies": [{"id", "title", "when", "cues", "do",
/// "instead-of", "because"}]}`. The answer is plain text, or `{"answer": "…", "used": ["id", …]}`.
public struct CommandAgent: Agent {
    /// The name it signs with.
    public let name: String
    /// The command line, run by `sh`.
    public let command: String
    /// How long an answer may take.
    public let timeLimit: Duration
    /// Whether a task may be tried without memory first.
    public let rehearses: Bool

    private static let outputLimit = 1 << 20

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
        let output = try await run(input: request.text)
        return Self.answer(in: output)
    }

    private func run(input: String) async throws(AgentError) -> String {
        do {
            return try await withThrowingTaskGroup(of: String.self) { group in
                group.addTask { try await output(for: input) }
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

    private func output(for input: String) async throws -> String {
        var options = PlatformOptions()
        options.teardownSequence = [.gracefulShutDown(allowedDurationToNextStep: .seconds(1))]
        let result = try await Subprocess.run(
            .name("sh"), arguments: ["-c", command], platformOptions: options,
            input: .string(input), output: .string(limit: Self.outputLimit),
            error: .string(limit: Self.outputLimit))
        guard result.terminationStatus.isSuccess else {
            throw AgentError.failed(
                command: command, status: "\(result.terminationStatus)",
                text: String(result.standardError.suffix(400)))
        }
        return result.standardOutput
    }

    private static func answer(in output: String) -> Answer {
        let text = output.trimmingCharacters(in: .whitespacesAndNewlines)
        guard let reply = try? JSONDecoder().decode(Reply.self, from: Data(text.utf8)) else {
            return Answer(action: text)
        }
        return Answer(action: reply.answer, used: (reply.used ?? []).compactMap(EntryID.init))
    }
}

/// What the program reads.
private struct Request: Encodable {
    struct Scenario: Encodable {
        let task: String
        let skill: String?
    }

    struct Strategy: Encodable {
        let id: String
        let title: String
        let when: String
        let cues: [String]
        let action: String
        let insteadOf: String?
        let because: String

        enum CodingKeys: String, CodingKey {
            case id, title, when, cues, because
            case action = "do"
            case insteadOf = "instead-of"
        }

        init(_ advice: Advice) {
            id = advice.id.text
            title = advice.lesson.title
            when = advice.lesson.when
            cues = advice.lesson.cues.map(\.text)
            action = advice.lesson.action.text
            insteadOf = advice.lesson.insteadOf?.text
            because = advice.lesson.because
        }
    }

    let scenario: Scenario
    let strategies: [Strategy]

    var text: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let data = (try? encoder.encode(self)) ?? Data()
        return String(decoding: data, as: UTF8.self) + "\n"
    }
}

/// What the program may write instead of plain text.
private struct Reply: Decodable {
    let answer: String
    let used: [String]?
}
