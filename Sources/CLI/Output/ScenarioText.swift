import EtudeRuntime

/// The scenarios of a memory, and practice on them, as people read it.
struct ScenarioText {
    let text: String

    /// The scenarios, one a line.
    init(_ rows: [ListScenarios.Row]) {
        let width = (rows.map(\.skill.count).max() ?? 0) + 2
        text = rows.map { row in
            let record = row.attempts == 0 ? "not tried" : "\(row.right) of \(row.attempts) right"
            return "\(row.id)  \(row.skill.padded(to: width))\(row.difficulty.logits.padded(to: 7))"
                + "\(row.grader.padded(to: 9))\(record.padded(to: 17))\(row.title)"
        }.joined(separator: "\n")
    }

    /// What a session came to.
    init(_ report: PractiseScenarios.Report) {
        let outcomes = report.outcomes
        var lines = [
            "practised   \(report.skill ?? "every skill"), \(outcomes.items) scenarios",
            "answers     \(outcomes.without.percent) right without memory, \(outcomes.with.percent) "
                + "with it (fixed \(outcomes.fixed), broke \(outcomes.broken))",
            "            as given, also to tasks that lessons were learned from: no measure of new ones",
        ]
        for row in report.skills {
            lines.append(
                "skill       \(row.skill): \(row.right) of \(row.attempts) right, mean difficulty "
                    + "\(row.difficulty.logits), competence \(row.before.percent) -> "
                    + "\(row.after.percent), \(row.state)")
        }
        lines += [
            "strategies  \(report.strategies.accepted) learned, \(report.strategies.rejected) drafts refused",
            "memory      \(report.memory.path), \(report.memory.from.prefix(7)) -> \(report.memory.to.prefix(7))",
        ]
        text = lines.joined(separator: "\n")
    }
}

extension Double {
    /// A difficulty, such as `+0.41`.
    var logits: String { (self < 0 ? "" : "+") + fixed(places: 2) }
}
