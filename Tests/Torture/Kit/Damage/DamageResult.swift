/// What one damage led to.
struct DamageResult: Sendable {
    let damage: Damage
    /// How many of the two lessons were recalled.
    let recalled: Int
    /// How many of them were recalled when nothing was derived yet.
    let recalledAnew: Int
    /// Whether a lesson was learned meanwhile.
    let isLearned: Bool
    /// Whether `etude doctor --fix` left nothing to be done.
    let isHealed: Bool
    /// How long the slower recall took.
    let time: Duration
    let facts: [String]

    var violation: Violation? {
        guard !facts.isEmpty else { return nil }
        return Violation(facts: facts, reproduction: "etude-torture damage --only '\(damage)'")
    }
}

/// The figures of a sweep, a line for each kind of file.
struct DamageTable {
    let results: [DamageResult]
    let time: Duration

    func tell(_ tell: (String) -> Void) {
        tell("damage: bytes of the repository are cut off, flipped and exchanged")
        tell(
            Table.line(
                "file",
                [
                    "damages", "recalled", "anew both", "anew one", "learned", "healed",
                    "slowest, ms", "violations",
                ]))
        for file in DamagedFile.allCases {
            let ours = results.filter { $0.damage.file == file }
            if !ours.isEmpty { tell(Self.line(file.rawValue, ours)) }
        }
        tell(Self.line("all", results) + "   \(time.components.seconds) s")
    }

    private static func line(_ name: String, _ results: [DamageResult]) -> String {
        let slowest = Int((results.map(\.time).max() ?? .zero) / .milliseconds(1))
        return Table.line(
            name,
            [
                "\(results.count)", "\(results.count { $0.recalled == 2 })",
                "\(results.count { $0.recalledAnew == 2 })",
                "\(results.count { $0.recalledAnew == 1 })",
                "\(results.count(where: \.isLearned))", "\(results.count(where: \.isHealed))",
                "\(slowest)",
                "\(results.count { !$0.facts.isEmpty })",
            ])
    }
}
