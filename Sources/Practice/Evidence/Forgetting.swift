/// What practising one skill after another does to those practised before.
public struct Forgetting: Hashable, Sendable {
    /// The mean change of a skill's accuracy from just after its own practice to the end, −1 to 1.
    ///
    /// Backward transfer, `BWT = 1/(T−1)·Σ_{j<T}(R_Tj − R_jj)`; negative is forgetting.
    public let backwardTransfer: Double
    /// The mean fall of a skill's accuracy from its best to the end, 0 to 1.
    ///
    /// `F = 1/(T−1)·Σ_{j<T}(max_l R_lj − R_Tj)`.
    public let forgetting: Double

    /// Measures a sequence of skills.
    ///
    /// - Parameter accuracies: Row i, column j: the accuracy, 0 to 1, on skill j's frozen probe after
    ///   practising skill i; a square. Nil for fewer than two skills or any other shape.
    public init?(accuracies: [[Double]]) {
        let count = accuracies.count
        guard count >= 2, accuracies.allSatisfy({ $0.count == count }) else { return nil }
        let earlier = 0..<(count - 1)
        let final = accuracies[count - 1]
        let transfers = earlier.map { final[$0] - accuracies[$0][$0] }
        let falls = earlier.map { skill in
            accuracies.reduce(final[skill]) { max($0, $1[skill]) } - final[skill]
        }
        backwardTransfer = transfers.reduce(0, +) / Double(earlier.count)
        forgetting = falls.reduce(0, +) / Double(earlier.count)
    }
}
