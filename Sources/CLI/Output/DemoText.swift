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
                "\nThe strategy that helped most on requests never seen; it decided \(decided) answers:\n\n\(path)\n\n\(text.safeToPrint)"
            case .history(let entries, let all): Self.history(entries, all)
            case .reverted(let outcome, let changed): Self.reverted(outcome, changed)
            case .compared(let report): "\n\(Self.comparing)\n\n\(ExperimentText(report).text)"
            }
    }

    /// What to try next.
    static func whatNext(_ outcome: Demonstration.Outcome) -> String {
        let memory = outcome.practice.memory.path
        return """

            Try next:
              etude skills --memory \(memory)                     failures that keep coming back, proposed as skills
              etude recall "the courier lost it" --memory \(memory)
              etude practice --attempts 100 --seed 2 --memory \(memory)
              edit a file in \(memory)/strategies, commit it with git, and recall again
            The program is .build/release/etude until 'make install' puts it on the PATH.
            """
    }

    private static let caveat = """
        A scripted coach told the apprentice the right answers. This shows that the memory carries
        improvement to requests never seen; it does not show how well a language model reflects.
        """

    private static let comparing = """
        Was that luck? Every skill of the desk practised by itself, with five orders of requests, beside a placebo: the
        same strategies with their cues shuffled. The requests were written for this project, so this is a
        demonstration and no evidence; README.md has the figures on BANKING77.
        """

    private static func curve(_ count: Int, _ comparison: PracticeReport.Comparison) -> String {
        let heading =
            count == 0
            ? """
            An apprentice sorts customers' requests into 24 intents. Its base is frozen; all it learns is Markdown.
            It practises 100 requests about deliveries. After each failure it writes strategies, which a gate
            judges and git keeps, one commit each.

            right on \(comparison.items) requests about deliveries that never enter practice:

            practised   without memory   with memory

            """ : ""
        let bar = String(repeating: "#", count: Int((comparison.with * 40).rounded()))
        let shares = comparison.without.percent + "           " + comparison.with.percent
        let number = String(repeating: " ", count: max(0, 9 - "\(count)".count)) + "\(count)"
        return heading + number + "           " + shares + "  " + bar
    }

    private static func history(_ entries: [ShowHistory.Entry], _ all: Int) -> String {
        let lines = entries.prefix(8).map { "\($0.commit.prefix(7)) \($0.subject)" }
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
