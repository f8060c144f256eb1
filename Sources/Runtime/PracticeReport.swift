import EtudePractice

/// What a practice session came to.
public struct PracticeReport: Codable, Hashable, Sendable {
    /// The skill that was practised; nil for all of the desk's.
    public let skill: String?
    /// What the order of the requests was drawn from.
    public let seed: UInt64
    /// Requests practised on.
    public let attempts: Int
    /// The agent's frozen base.
    public let base: Base
    /// The practised skill, on requests that never enter practice.
    public let heldOut: Evidence
    /// The other skills, likewise.
    public let others: Comparison
    /// What became of the drafts.
    public let strategies: Strategies
    /// The memory that was practised into.
    public let memory: Revisions
    /// How long it took, measurement included.
    public let seconds: Double

    /// A base competence.
    public struct Base: Codable, Hashable, Sendable {
        /// The git id of its bytes.
        public let hash: String
        /// Whether it is the same after the session.
        public let unchanged: Bool
    }

    /// The same requests with memory and without.
    public struct Comparison: Codable, Hashable, Sendable {
        /// How many.
        public let items: Int
        /// The share of right answers without memory, 0 to 1.
        public let without: Double
        /// The share of right answers with memory, 0 to 1.
        public let with: Double
        /// Wrong without memory, right with it.
        public let fixed: Int
        /// Right without memory, wrong with it.
        public let broken: Int

        init(_ pairs: PairedOutcomes) {
            items = pairs.total
            without = pairs.withoutMemory
            with = pairs.withMemory
            fixed = pairs.fixed
            broken = pairs.broken
        }
    }

    /// A comparison with the chance that it is luck.
    public struct Evidence: Codable, Hashable, Sendable {
        /// How many requests.
        public let items: Int
        /// The share of right answers without memory, 0 to 1.
        public let without: Double
        /// The share of right answers with memory, 0 to 1.
        public let with: Double
        /// Wrong without memory, right with it.
        public let fixed: Int
        /// Right without memory, wrong with it.
        public let broken: Int
        /// The exact one-sided McNemar chance.
        public let p: Double
        /// The anytime evidence; 20 and more supports the claim.
        public let e: Double

        init(_ pairs: PairedOutcomes) {
            let comparison = Comparison(pairs)
            items = comparison.items
            without = comparison.without
            with = comparison.with
            fixed = comparison.fixed
            broken = comparison.broken
            p = McNemar.exactOneSided(pairs)
            e = min(SequentialEvidence(pairs).value, .greatestFiniteMagnitude)
        }
    }

    /// What became of drafts.
    public struct Strategies: Codable, Hashable, Sendable {
        /// Committed.
        public let accepted: Int
        /// Refused by the gate, and kept aside.
        public let rejected: Int
    }

    /// A memory and two of its revisions.
    public struct Revisions: Codable, Hashable, Sendable {
        /// Its folder.
        public let path: String
        /// The revision before the session.
        public let from: String
        /// The revision after it.
        public let to: String
    }

    enum CodingKeys: String, CodingKey {
        case skill, seed, attempts, base, others, strategies, memory, seconds
        case heldOut = "held-out"
    }

    /// Writes every field; `skill` as null where there is none.
    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: CodingKeys.self)
        try fields.encode(skill, forKey: .skill)
        try fields.encode(seed, forKey: .seed)
        try fields.encode(attempts, forKey: .attempts)
        try fields.encode(base, forKey: .base)
        try fields.encode(heldOut, forKey: .heldOut)
        try fields.encode(others, forKey: .others)
        try fields.encode(strategies, forKey: .strategies)
        try fields.encode(memory, forKey: .memory)
        try fields.encode(seconds, forKey: .seconds)
    }
}
