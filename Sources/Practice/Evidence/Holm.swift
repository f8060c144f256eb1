/// Holm's correction, for several claims made at once.
public enum Holm {
    /// The adjusted p-values, in the order given.
    ///
    /// The i-th smallest of n is multiplied by `n − i + 1`, capped at 1, and raised to the one before.
    /// Rejecting those at most α keeps the chance of any false claim at α or less.
    public static func adjusted(_ chances: [Double]) -> [Double] {
        var adjusted = chances
        var floor = 0.0
        let ascending = chances.indices.sorted { chances[$0] < chances[$1] }
        for (rank, index) in ascending.enumerated() {
            floor = max(floor, min(1, Double(chances.count - rank) * chances[index]))
            adjusted[index] = floor
        }
        return adjusted
    }
}
