public import EtudeDomain

/// What the gate says about one lesson.
public struct Verdict: Hashable, Sendable {
    /// All checks, in the order of ``Check/Name``.
    public let checks: [Check]
    /// How the lesson's advice did over the stored attempts and its own failure; nil where it fires
    /// on none whose right answer is known.
    public let record: AdviceRecord?
    /// The older strategy that says the same; nil when there is none.
    public let duplicateOf: EntryID?

    /// Whether nothing is wrong.
    public var isAccepted: Bool { failures.isEmpty }

    /// The checks that found something wrong.
    public var failures: [Check] { checks.filter(\.isFailure) }

    /// The same verdict with no more than some of its checks.
    public func considering(_ isCounted: (Check.Name) -> Bool) -> Verdict {
        Verdict(
            checks: checks.filter { isCounted($0.name) }, record: record, duplicateOf: duplicateOf)
    }
}
