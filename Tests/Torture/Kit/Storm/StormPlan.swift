/// What a storm is made of.
public struct StormPlan: Sendable {
    /// How many processes learn at the same time.
    public let writers: Int
    /// How many acknowledged lessons end it.
    public let writes: Int
    /// What everything random is drawn from.
    public let seed: UInt64
    /// How much the program waits for the disk.
    public let durability: Durability
    /// Whether the person commits with `git commit -a`, and not through `git add` alone.
    public let commitsAll: Bool
    /// Whether the person prunes now and then.
    public let prunes: Bool

    /// Plans a storm.
    public init(
        writers: Int, writes: Int, seed: UInt64, durability: Durability, commitsAll: Bool,
        prunes: Bool = true
    ) {
        self.writers = writers
        self.writes = writes
        self.seed = seed
        self.durability = durability
        self.commitsAll = commitsAll
        self.prunes = prunes
    }
}
