import EtudeDomain
import EtudePractice

/// What an experiment came to: every run of every arm, and the arms summed up.
public struct ExperimentReport: Codable, Hashable, Sendable {
    /// One arm with one seed on one skill, measured at one checkpoint.
    public struct Row: Codable, Hashable, Sendable {
        /// What was done.
        public let arm: Arm
        /// The skill that the figures are about, which the arm practised unless it practises all.
        public let skill: String
        /// What the order of the requests was drawn from.
        public let seed: UInt64
        /// The checkpoint.
        public let after: Int
        /// The requests practised on, fewer than `after` where no more were there.
        public let practised: Int
        /// The held-out requests of the skill.
        public let heldOut: PracticeReport.Evidence
        /// Those of the other skills.
        public let others: PracticeReport.Comparison
        /// The strategies taken in, those since retired included.
        public let strategies: Int
        /// The evidence of the practised requests themselves, each done with and without what was learned
        /// before it; a claim at 20, whenever one looks.
        public let stream: Double
        /// The request at which that reached 20; nil when it has not.
        public let claimed: Int?

        init(
            arm: Arm, skill: SkillPath, seed: UInt64, after: Int, practised: Int,
            outcomes: (practised: PairedOutcomes, others: PairedOutcomes), strategies: Int,
            stream: SequentialEvidence, claimed: Int?
        ) {
            self.arm = arm
            self.skill = skill.text
            self.seed = seed
            self.after = after
            self.practised = practised
            heldOut = PracticeReport.Evidence(outcomes.practised)
            others = PracticeReport.Comparison(outcomes.others)
            self.strategies = strategies
            self.stream = min(stream.value, .greatestFiniteMagnitude)
            self.claimed = claimed
        }

        /// What memory adds to the share of the skill's requests done right, −1 to 1.
        public var gain: Double { heldOut.with - heldOut.without }
        /// The same for the other skills.
        public var othersGain: Double { others.with - others.without }
        /// Whether the gain is significant by itself, p < .05.
        public var isSignificant: Bool { heldOut.p < ExperimentReport.level }
    }

    /// The chance of a false claim that is accepted.
    static let level = 0.05

    /// The skills that were practised.
    public let skills: [String]
    /// How many seeds.
    public let seeds: Int
    /// The held-out requests.
    public let heldOut: Int
    /// The name of the agent, and the git id of its base.
    public let agent: Agent
    /// Each arm at each checkpoint.
    public let arms: [ArmSummary]
    /// Practice against the placebo at the last checkpoint; nil where one of them was left out.
    public let adjusted: Contrast?
    /// All skills practised one after the other; nil where that was left out.
    public let sequence: SequenceReport?
    /// Every run, in the order of arms, checkpoints, skills and seeds.
    public let rows: [Row]
    /// How long it took.
    public let seconds: Double

    /// Who took part.
    public struct Agent: Codable, Hashable, Sendable {
        /// Its name.
        public let name: String
        /// The git id of its base.
        public let base: String
    }

    /// A difference, a seed the unit.
    public struct Contrast: Codable, Hashable, Sendable {
        /// The mean over seeds, in shares.
        public let mean: Double
        /// The lower end of its 95 % interval; nil for one seed.
        public let low: Double?
        /// The upper end.
        public let high: Double?
        /// The one-sided chance by the sign-flip test.
        public let p: Double
    }
}
