import EtudePractice

/// What practising one skill after the other came to, over seeds.
public struct SequenceReport: Codable, Hashable, Sendable {
    /// One seed.
    public struct Run: Codable, Hashable, Sendable {
        /// What the order of the skills and of the requests was drawn from.
        public let seed: UInt64
        /// The skills in the order in which they were practised.
        public let skills: [String]
        /// The share of each skill's held-out requests that the base does right, in that order.
        public let before: [Double]
        /// Row i, column j: the share of skill j's that are right after practising skill i.
        public let accuracies: [[Double]]
        /// The strategies taken in and retired.
        public let commits: Int
        /// Requests that were right after one skill, and wrong after the next.
        public let negativeFlips: Int

        /// The measures of forgetting; nil for a single skill.
        var forgetting: Forgetting? { Forgetting(accuracies: accuracies) }
    }

    /// The mean share, over the skills, that the base does right.
    public let before: Double
    /// The same after the last skill.
    public let after: Double
    /// Backward transfer: how a skill changed from just after its practice to the end, mean; −1 to 1.
    public let backwardTransfer: Double
    /// Forgetting: how far a skill fell from its best to the end, mean; 0 to 1.
    public let forgetting: Double
    /// The share of held-out requests that a commit turned from right to wrong, mean.
    public let negativeFlipsPerCommit: Double
    /// Every seed.
    public let runs: [Run]

    /// Sums up runs on `heldOut` requests; nil for none, or for a single skill.
    init?(_ runs: [Run], heldOut: Int) {
        let measures = runs.compactMap(\.forgetting)
        guard !runs.isEmpty, measures.count == runs.count else { return nil }
        func mean(_ values: [Double]) -> Double {
            values.reduce(0, +) / Double(max(1, values.count))
        }
        before = mean(runs.map { mean($0.before) })
        after = mean(runs.map { mean($0.accuracies.last ?? []) })
        backwardTransfer = mean(measures.map(\.backwardTransfer))
        forgetting = mean(measures.map(\.forgetting))
        negativeFlipsPerCommit = mean(
            runs.map { Double($0.negativeFlips) / Double(max(1, $0.commits * heldOut)) })
        self.runs = runs
    }
}
