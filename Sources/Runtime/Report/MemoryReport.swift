public import Foundation

/// How a memory learned, in figures.
public struct MemoryReport: Codable, Hashable, Sendable {
    /// How an agent's latest attempts came out, after one of them.
    public struct CurvePoint: Codable, Hashable, Sendable {
        /// The attempt, from 1.
        public let attempt: Int
        /// The share that was right, 0 to 1.
        public let right: Double
        /// The share that base competence alone gets right, 0 to 1.
        public let base: Double
    }

    /// The learning curve of one agent, over the attempts whose outcome without memory is known.
    public struct Curve: Codable, Hashable, Sendable {
        /// Whose.
        public let agent: String
        /// The attempts.
        public let attempts: Int
        /// How many attempts a point looks back on, at most.
        public let window: Int
        /// The points, oldest first.
        public let points: [CurvePoint]
    }

    /// What was believed of an ability after an attempt.
    public struct AbilityPoint: Codable, Hashable, Sendable {
        /// The agent's attempts so far, at whatever skill.
        public let attempt: Int
        /// The chance of success, 0 to 1.
        public let competence: Double
        /// The lower end of its 90 % band.
        public let low: Double
        /// The upper end.
        public let high: Double
    }

    /// How the belief about an agent's ability at one skill went.
    public struct Ability: Codable, Hashable, Sendable {
        /// Whose.
        public let agent: String
        /// The skill.
        public let skill: String
        /// Where it stands: `unknown`, `below`, `able` or `mastered`.
        public let state: String
        /// The attempts at it.
        public let attempts: Int
        /// The points, oldest first.
        public let points: [AbilityPoint]
    }

    /// A revision of the memory that questions were asked at.
    public struct Stage: Codable, Hashable, Sendable {
        /// The revision.
        public let revision: String
        /// When it was committed.
        public let date: Date
        /// The commits to the memory up to it.
        public let commits: Int
    }

    /// How the questions about one skill came out at each stage.
    public struct StageRow: Codable, Hashable, Sendable {
        /// The skill.
        public let skill: String
        /// The questions about it.
        public let questions: Int
        /// The share that was right at each stage, 0 to 1.
        public let right: [Double]
        /// How far the last stage is below the best, 0 to 1.
        public var forgotten: Double { (right.max() ?? 0) - (right.last ?? 0) }
    }

    /// The same questions at one revision after the other.
    public struct Stages: Codable, Hashable, Sendable {
        /// What was asked: `stored attempts` or `held-out requests`.
        public let asked: String
        /// The revisions, oldest first.
        public let stages: [Stage]
        /// The skills.
        public let rows: [StageRow]

        /// The mean fall from the best stage to the last, over the skills, 0 to 1; nil without skills.
        public var forgetting: Double? {
            rows.isEmpty ? nil : rows.map(\.forgotten).reduce(0, +) / Double(rows.count)
        }
    }

    /// What the gate refused for one reason.
    public struct Refusal: Codable, Hashable, Sendable {
        /// The check that failed.
        public let check: String
        /// How often.
        public let count: Int
    }

    /// What became of the drafts.
    public struct Gate: Codable, Hashable, Sendable {
        /// Strategies that were let in.
        public let accepted: Int
        /// Drafts that were refused and kept aside.
        public let refused: Int
        /// Why, the commonest first; one draft may fail several checks.
        public let reasons: [Refusal]
    }

    /// The memory's name.
    public let name: String
    /// The revision.
    public let revision: String
    /// When the report was made.
    public let date: Date
    /// The traces that it rests on.
    public let traces: Int
    /// The learning curves, by agent.
    public let curves: [Curve]
    /// The abilities, by agent and skill.
    public let abilities: [Ability]
    /// The same questions at revisions of the memory; nil where there is nothing to ask.
    public let stages: Stages?
    /// What the strategies were replayed over: `stored attempts` or `held-out requests`.
    public let asked: String
    /// The strategies, those that help most first.
    public let strategies: [TrialStrategies.Row]
    /// What became of the drafts.
    public let gate: Gate
}
