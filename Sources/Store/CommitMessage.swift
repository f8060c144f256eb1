public import EtudeDomain

/// The message of a commit: a subject, a body for people, and one block of trailers.
public struct CommitMessage: Hashable, Sendable {
    /// What a commit does to the memory.
    public enum Verb: String, Hashable, Sendable {
        case learn, edit, retire, skill, snapshot, scenario, charter, trace, evaluate, draft
    }

    /// A fact about a commit that programs read, at the end of its message.
    public struct Trailer: Hashable, Sendable {
        /// The key, such as `Etude-Strategy`.
        public let key: String
        /// The value, on one line.
        public let value: String

        init(_ key: Key, _ value: String) {
            self.key = "Etude-\(key.rawValue)"
            self.value = CleanText.line(value)
        }
    }

    /// The trailers that a memory's commits may have.
    public enum Key: String, Hashable, Sendable {
        case strategy = "Strategy"
        case skill = "Skill"
        case trace = "Trace"
        case agent = "Agent"
        case evaluation = "Evaluation"
        case retires = "Retires"
        case reverts = "Reverts"

        /// The whole key, such as `Etude-Strategy`.
        public var name: String { "Etude-\(rawValue)" }
    }

    /// The whole text.
    public let text: String

    /// Puts a message together; control and other deceiving characters become spaces.
    public init(subject: String, body: String = "", trailers: [(Key, String)] = []) {
        var parts = [CleanText.line(subject)]
        let body = CleanText.lines(body)
        if !body.isEmpty { parts.append(body) }
        let block = trailers.map { Trailer($0.0, $0.1) }.map { "\($0.key): \($0.value)" }
        if !block.isEmpty { parts.append(block.joined(separator: "\n")) }
        text = parts.joined(separator: "\n\n") + "\n"
    }

    /// A message in the form `verb(skill): what`.
    public init(
        _ verb: Verb, _ skill: SkillPath, _ what: String, body: String = "",
        trailers: [(Key, String)] = []
    ) {
        self.init(subject: "\(verb.rawValue)(\(skill)): \(what)", body: body, trailers: trailers)
    }

    /// The message of a strategy's commit.
    static func learning(_ strategy: Strategy) -> CommitMessage {
        let lesson = strategy.lesson
        var body = ["When \(lesson.when)"]
        if !lesson.unless.isEmpty {
            body.append("unless the task says \(lesson.unless.listed)")
        }
        body.append("do \(lesson.action.text)")
        if let rejected = lesson.insteadOf { body.append("instead of \(rejected.text)") }
        body.append("because \(lesson.because).")
        var trailers: [(Key, String)] = [
            (.strategy, strategy.id.text), (.skill, lesson.skill.text),
        ]
        if let trace = strategy.origin.trace { trailers.append((.trace, trace.text)) }
        if let agent = strategy.origin.agent { trailers.append((.agent, agent)) }
        return CommitMessage(
            .learn, lesson.skill, lowercasedStart(of: lesson.title),
            body: body.map(CleanText.line).joined(separator: "\n"), trailers: trailers)
    }

    private static func lowercasedStart(of title: String) -> String {
        let second = title.dropFirst().first
        guard let first = title.first, second?.isUppercase != true else { return title }
        return first.lowercased() + title.dropFirst()
    }
}
