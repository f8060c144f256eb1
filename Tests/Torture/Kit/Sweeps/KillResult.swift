/// What one kill led to.
struct KillResult: Sendable {
    let victim: Victim
    let kill: Injection
    /// Whether the program made that many calls.
    let isKilled: Bool
    /// Whether it had done what it was asked when it was killed.
    let isDone: Bool
    let facts: [String]

    var violation: Violation? {
        guard !facts.isEmpty else { return nil }
        return Violation(
            facts: facts,
            reproduction: "etude-torture kills --victim \(victim.rawValue) --only '\(kill)'")
    }
}
