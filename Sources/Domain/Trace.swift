public import struct Foundation.Date

/// The structured record of one attempt.
public struct Trace: Hashable, Sendable {
    /// Whether the task was done.
    public enum Outcome: String, Hashable, Sendable, CaseIterable {
        case success, failure
    }

    /// Whether the failure in a trace has been thought about.
    public enum Evaluation: String, Hashable, Sendable, CaseIterable {
        /// The evaluation is still to be done, or was interrupted.
        case pending
        /// The evaluation ended, with a strategy or without.
        case done
        /// There was nothing to evaluate.
        case none
    }

    /// One step of an attempt.
    public struct Step: Hashable, Sendable {
        /// What the agent did.
        public let did: String
        /// What it expected to follow.
        public let expected: String
        /// What followed.
        public let happened: String

        /// Describes a step.
        public init(did: String, expected: String, happened: String) {
            self.did = did
            self.expected = expected
            self.happened = happened
        }
    }

    /// What there was to choose from, as far as it is known.
    public struct Choice: Hashable, Sendable {
        /// The name of the action that the agent would have taken without memory.
        public let leaning: String?
        /// The names of the actions that it weighed most, best first.
        public let considered: [String]
        /// What it answered.
        public let answer: String?
        /// What would have been right.
        public let right: String?

        /// Describes a choice.
        public init(
            leaning: String? = nil, considered: [String] = [], answer: String? = nil,
            right: String? = nil
        ) {
            self.leaning = leaning
            self.considered = considered
            self.answer = answer
            self.right = right
        }
    }

    /// The identity.
    public private(set) var id: EntryID
    /// The skill that was exercised.
    public let skill: SkillPath
    /// Who acted.
    public let agent: String
    /// The task as the agent saw it.
    public let task: String
    /// Whether it was done.
    public let outcome: Outcome
    /// How well, 0 to 1.
    public let score: Double
    /// How hard the task is, in logits on the scale of ability.
    public let difficulty: Double
    /// The revision of the memory in use; nil for base competence.
    public let memory: String?
    /// The strategies that were handed over.
    public let recalled: [EntryID]
    /// The strategies that fitted, and were kept back because they are on trial.
    public let masked: [EntryID]
    /// The strategies that were handed over though they are on trial.
    public let unmasked: [EntryID]
    /// The strategies that the agent followed.
    public let used: [EntryID]
    /// The outcome of the same task without memory; nil when it was not tried.
    public let baseOutcome: Outcome?
    /// When the attempt began.
    public let started: Date
    /// When it ended.
    public let ended: Date
    /// What there was to choose from.
    public let choice: Choice
    /// What happened, in order.
    public let steps: [Step]
    /// The step, from 1, where the agent says it went wrong.
    public let decision: Int?
    /// Whether the trace has been thought about.
    public var evaluation: Evaluation

    /// Puts a trace together.
    public init(
        id: EntryID, skill: SkillPath, agent: String, task: String, outcome: Outcome,
        score: Double? = nil,
        difficulty: Double = 0, memory: String? = nil, recalled: [EntryID] = [],
        masked: [EntryID] = [], unmasked: [EntryID] = [], used: [EntryID] = [],
        baseOutcome: Outcome? = nil, started: Date, ended: Date, choice: Choice = Choice(),
        steps: [Step] = [], decision: Int? = nil, evaluation: Evaluation
    ) {
        self.id = id
        self.skill = skill
        self.agent = agent
        self.task = task
        self.outcome = outcome
        self.score = score ?? (outcome == .success ? 1 : 0)
        self.difficulty = difficulty
        self.memory = memory
        self.recalled = recalled
        self.masked = masked
        self.unmasked = unmasked
        self.used = used
        self.baseOutcome = baseOutcome
        self.started = started
        self.ended = ended
        self.choice = choice
        self.steps = steps
        self.decision = decision
        self.evaluation = evaluation
    }

    /// The same account under the id of an earlier one, in whose place it comes.
    public func retelling(_ earlier: EntryID) -> Trace {
        var copy = self
        copy.id = earlier
        return copy
    }

    /// The moment of choice, without any memory.
    public var situation: Situation {
        Situation(terms: Terms(of: task), leaning: choice.leaning)
    }
}
