import EtudeRuntime

/// One step of the demonstration, as people read it.
struct DemoText {
    let text: String

    init(_ step: Demonstration.Step) {
        text =
            switch step {
            case .measured(let count, let comparison): Self.curve(count, comparison)
            case .practised(let report): "\n\(PracticeText(report).text)\n\n\(Self.caveat)"
            case .strategy(let path, let text, let decided):
                "\nThe strategy that decided most held-out answers (\(decided)):\n\n\(path)\n\n\(text.safeToPrint)"
            case .history(let entries, let all): Self.history(entries, all)
            case .reverted(let outcome, let changed): Self.reverted(outcome, changed)
            }
    }

    private static let caveat = """
        A scripted coach told the apprentice the right answers. This shows that the memory carries
        improvement to requests never seen; it does not show how well a language model reflects.
        """

    private static func curve(_ count: Int, _ comparison: PracticeReport.Comparison) -> String {
        let heading =
            count == 0
            ? """
            An apprentice sorts customers' requests into 24 intents. Its base is frozen; all it learns is Markdown.
            After each failure it writes a strategy, which a gate judges and git keeps as one commit.

            right on \(comparison.items) requests that never enter practice:

            practised   without memory   with memory

            """ : ""
        let bar = String(repeating: "#", count: Int((comparison.with * 40).rounded()))
        let shares = comparison.without.percent + "           " + comparison.with.percent
        let number = String(repeating: " ", count: max(0, 9 - "\(count)".count)) + "\(count)"
        return heading + number + "           " + shares + "  " + bar
    }

    private static func history(_ entries: [ShowHistory.Entry], _ all: Int) -> String {
        let lines = entries.map { "\($0.commit.prefix(7)) \($0.subject)" }
        return "\ngit log, the newest of \(all) strategies learned:\n\n"
            + lines.joined(separator: "\n")
    }

    private static func reverted(
        _ outcome: RevertChange.Outcome, _ changed: [Demonstration.ChangedAnswer]
    ) -> String {
        var lines = [
            "\nTook that strategy back in \(outcome.commit?.prefix(7) ?? ""). \(changed.count) answers change back:\n"
        ]
        for answer in changed.prefix(8) {
            lines.append("  \"\(answer.request)\"")
            lines.append("      \(answer.before) -> \(answer.after)   (right: \(answer.right))")
        }
        if changed.count > 8 { lines.append("  and \(changed.count - 8) more") }
        return lines.joined(separator: "\n")
    }
}
