import EtudeDocuments
import EtudeDomain
import EtudePractice
public import Foundation

/// What an agent or a person says about an attempt, and what they would do next time.
public struct LessonRequest: Codable, Hashable, Sendable {
    /// One step of the attempt.
    public struct Step: Codable, Hashable, Sendable {
        /// What was done.
        public var did: String
        /// What was expected to follow.
        public var expected: String
        /// What followed.
        public var happened: String

        /// Describes a step.
        public init(did: String, expected: String, happened: String) {
            self.did = did
            self.expected = expected
            self.happened = happened
        }
    }

    /// The skill.
    public var skill: String
    /// The lesson in one line.
    public var title: String?
    /// The circumstances.
    public var when: String?
    /// Words and phrases of the task that make recall exact.
    public var cues: [String]?
    /// Words and phrases of a task that the lesson is not for.
    public var unless: [String]?
    /// What to do.
    public var action: String?
    /// What went wrong.
    public var insteadOf: String?
    /// The reason.
    public var because: String?
    /// Who acted.
    public var agent: String?
    /// The task as the agent saw it.
    public var task: String?
    /// `success` or `failure`; a lesson comes from a failure where nothing is said.
    public var outcome: String?
    /// What happened, in order.
    public var steps: [Step]?
    /// The step, from 1, where it went wrong.
    public var decision: Int?
    /// The strategies that the agent followed.
    public var used: [String]?
    /// The right action, when that is known; a success shows it by the one action that the step of
    /// its decision names in backticks.
    public var right: String?

    enum CodingKeys: String, CodingKey, CaseIterable {
        case skill, title, when, cues, unless, because, agent, task, outcome, steps, decision, used,
            right
        case action = "do"
        case insteadOf = "instead-of"
    }

    /// Starts an empty request about a skill.
    public init(skill: String) { self.skill = skill }

    /// The largest request, in bytes.
    public static let sizeLimit = 1 << 20

    /// Reads a request; says what is wrong with it, and where.
    public init(json data: Data) throws(Failure) {
        guard data.count <= Self.sizeLimit else {
            throw Failure(
                "the request is larger than \(Self.sizeLimit) bytes",
                hint: "keep steps short; a transcript does not belong here")
        }
        guard !data.allSatisfy({ $0 == 0x20 || (0x09...0x0D).contains($0) }) else {
            throw Failure("the request is empty", hint: "see 'etude learn --help' for an example")
        }
        do {
            try Self.checkKeys(of: data)
            self = try JSONDecoder().decode(LessonRequest.self, from: data)
        } catch let error as Failure {
            throw error
        } catch DecodingError.dataCorrupted {
            throw Self.notJSON(data)
        } catch let error as DecodingError {
            throw Failure(Self.wording(error), hint: "see 'etude learn --help' for an example")
        } catch {
            throw Self.notJSON(data)
        }
    }
}

extension LessonRequest {
    /// The trace that the request describes; secrets in it are blotted out.
    func trace(
        surroundings: Surroundings, memory: String?, recalled: [EntryID], masked: [EntryID] = [],
        unmasked: [EntryID] = []
    ) throws(Failure) -> Trace {
        let path = try skillPath()
        guard let outcome = Trace.Outcome(rawValue: outcome ?? "failure") else {
            throw Failure(
                "'outcome' is '\((outcome ?? "").escaped)'",
                hint: "it has to be 'success' or 'failure'")
        }
        let steps = (self.steps ?? []).map {
            Trace.Step(
                did: TraceText.kept($0.did), expected: TraceText.kept($0.expected),
                happened: TraceText.kept($0.happened))
        }
        if let decision, !(1...max(1, steps.count)).contains(decision) {
            throw Failure(
                "'decision' is \(decision), and the request has \(steps.count) steps",
                hint: "it is the number of a step, from 1")
        }
        let now = surroundings.now()
        let shown = outcome == .success ? shownAction : nil
        let leaning = outcome == .failure ? insteadOf.flatMap(Action.init)?.name : nil
        let followed = (used ?? []).compactMap(EntryID.init)
        return Trace(
            id: surroundings.newID(), skill: path, agent: surroundings.agent,
            task: TraceText.kept(task ?? ""),
            outcome: outcome, memory: memory, recalled: recalled,
            masked: masked, unmasked: unmasked, used: followed, started: now, ended: now,
            choice: Trace.Choice(
                leaning: (leaning ?? (followed.isEmpty ? shown : nil)).map(TraceText.name),
                right: (right.flatMap(Action.init)?.name ?? shown).map(TraceText.name)),
            steps: steps, decision: decision ?? (steps.count == 1 ? 1 : nil), evaluation: .none)
    }

    /// The action at the decision, where its step names just one.
    private var shownAction: String? {
        guard let steps, let step = decision ?? (steps.count == 1 ? 1 : nil),
            steps.indices.contains(step - 1),
            let named = Action(steps[step - 1].did)?.namedActions, named.count == 1
        else { return nil }
        return named[0]
    }

    /// The lesson that the request teaches.
    func lesson() throws(Failure) -> Lesson {
        func text(_ value: String?, _ key: String) throws(Failure) -> String {
            guard let value, !value.allSatisfy(\.isWhitespace) else {
                throw Failure(
                    "the request has no '\(key)'", hint: "see 'etude learn --help' for an example")
            }
            return value
        }
        let skill = try skillPath()
        let when = try text(when, "when")
        guard let action = Action(try text(action, "do")) else {
            throw Failure("'do' names nothing")
        }
        return Lesson(
            skill: skill, title: title ?? when, when: when, cues: (cues ?? []).compactMap(Cue.init),
            unless: (unless ?? []).compactMap(Cue.init), action: action,
            insteadOf: insteadOf.flatMap(Action.init),
            because: try text(because, "because"))
    }

    private func skillPath() throws(Failure) -> SkillPath {
        guard let path = SkillPath(skill) else {
            throw Failure(
                "'\(skill.escaped)' cannot be a skill",
                hint: "a skill is lower-case words joined by slashes, such as 'support/refunds'")
        }
        return path
    }
}
