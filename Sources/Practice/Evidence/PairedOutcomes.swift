/// The same tasks done with the memory on and off, counted by how each pair came out.
public struct PairedOutcomes: Hashable, Sendable {
    /// Right without and with memory.
    public private(set) var bothRight: Int
    /// Wrong without, right with memory.
    public private(set) var fixed: Int
    /// Right without, wrong with memory.
    public private(set) var broken: Int
    /// Wrong without and with memory.
    public private(set) var bothWrong: Int

    /// Starts from counts; none may be negative.
    public init(bothRight: Int = 0, fixed: Int = 0, broken: Int = 0, bothWrong: Int = 0) {
        precondition(min(bothRight, fixed, broken, bothWrong) >= 0, "counts are not negative")
        self.bothRight = bothRight
        self.fixed = fixed
        self.broken = broken
        self.bothWrong = bothWrong
    }

    /// Counts pairs.
    public init(_ pairs: some Sequence<(without: Bool, with: Bool)>) {
        self.init()
        for pair in pairs { count(without: pair.without, with: pair.with) }
    }

    /// Counts one task: whether it was done right without and with memory.
    public mutating func count(without: Bool, with: Bool) {
        switch (without, with) {
        case (true, true): bothRight += 1
        case (false, true): fixed += 1
        case (true, false): broken += 1
        case (false, false): bothWrong += 1
        }
    }

    /// The number of pairs.
    public var total: Int { bothRight + fixed + broken + bothWrong }

    /// The share of tasks done right without memory, 0 to 1; 0 without pairs.
    public var withoutMemory: Double { share(bothRight + broken) }

    /// The share of tasks done right with memory, 0 to 1; 0 without pairs.
    public var withMemory: Double { share(bothRight + fixed) }

    /// What memory adds to the share of tasks done right, −1 to 1: `(fixed − broken)/n`; 0 without pairs.
    public var gain: Double { share(fixed - broken) }

    /// The gain as a share of what was left to gain, `(on − off)/(1 − off)`, at most 1; nil when there
    /// was nothing left to gain.
    public var normalizedGain: Double? {
        let missing = fixed + bothWrong
        return missing == 0 ? nil : Double(fixed - broken) / Double(missing)
    }

    /// The share of tasks that memory broke, 0 to 1 (negative flips); 0 without pairs.
    public var negativeFlips: Double { share(broken) }

    private func share(_ count: Int) -> Double { total == 0 ? 0 : Double(count) / Double(total) }
}
