public import EtudeDomain

/// Two strategies in use that ask for different actions on the same tasks.
public struct Conflict: Hashable, Sendable {
    /// The one that the gate would let in beside the other: the narrower, else the one with the better
    /// record, else the newer.
    public let winner: EntryID
    /// The other, which has to be narrowed.
    public let loser: EntryID
    /// The stored attempts where both fire.
    public let shared: Int
    /// The share of cues that they have in common, 0 to 1.
    public let cueOverlap: Double
    /// The word that would keep the loser to the tasks where it helps; nil where none is known.
    public let narrowing: String?

    /// Finds every conflict among strategies, as the gate would: of one skill or of kin, with half of their
    /// cues in common, or firing together in a fifth of the attempts where the rarer one does.
    ///
    /// Those that warn of different actions never come up together, and are no rivals.
    ///
    /// - Returns: In the order of the losers' ids.
    public static func all(among strategies: [Strategy], over attempts: [Attempt]) -> [Conflict] {
        ConflictSearch(strategies, attempts).conflicts
            .sorted { ($0.loser, $0.winner) < ($1.loser, $1.winner) }
    }
}
