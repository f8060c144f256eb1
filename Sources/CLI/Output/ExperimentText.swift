import EtudeRuntime

/// What an experiment came to, as people read it.
struct ExperimentText {
    let text: String

    init(_ report: ExperimentReport) {
        let last = report.arms.map(\.after).max() ?? 0
        var lines = [
            "held-out requests of the practised skill, in points; \(report.skills.count) skills by "
                + "\(report.seeds) seeds, \(last) requests each", "",
            Self.row("", Self.columns),
        ]
        lines += report.arms.filter { $0.after == last }.map {
            Self.row($0.arm.summary, Self.cells($0))
        }
        lines += Self.curves("gain after", report) { $0.gain.points }
        lines += Self.curves("p < .05 after", report) { $0.significant.percent }
        lines.append("")
        if let adjusted = report.adjusted { lines.append(Self.text(adjusted, report)) }
        if let sequence = report.sequence { lines.append(Self.text(sequence, report)) }
        lines += [
            "base \(report.agent.base.prefix(7)), frozen; took \(report.seconds.fixed(places: 1)) s",
            "", Self.meaning,
        ]
        text = lines.joined(separator: "\n")
    }

    private static let columns = [
        "gain", "95 % interval", "worst", "others", "fixed", "broken", "p < .05", "Holm", "lessons",
    ]

    /// What the figures do not say.
    private static let meaning = """
        Scripted coaches that are told the right answers: the figures show what the memory does with
        what a coach writes, not how well a language model reflects. p is the exact one-sided McNemar
        of one run; Holm corrects it over the skills of a seed. Intervals are bootstrapped over seeds.
        """

    private static func cells(_ arm: ArmSummary) -> [String] {
        let interval = arm.low.flatMap { low in
            arm.high.map { "\(low.points) to \($0.points)" }
        }
        return [
            arm.gain.points, interval ?? "", arm.worst.points, arm.others.finePoints,
            arm.fixed.fixed(places: 1), arm.broken.fixed(places: 1), arm.significant.percent,
            arm.significantByHolm.percent, "\(Int(arm.strategies.rounded()))",
        ]
    }

    /// A figure of each arm at each checkpoint.
    private static func curves(
        _ title: String, _ report: ExperimentReport, _ figure: (ArmSummary) -> String
    ) -> [String] {
        let arms = report.arms.map(\.arm)
        let curves = Arm.allCases.filter(arms.contains).map { arm in
            row(arm.summary, report.arms.filter { $0.arm == arm }.map(figure))
        }
        return ["", row(title, checkpoints(report).map(String.init))] + curves
    }

    private static func checkpoints(_ report: ExperimentReport) -> [Int] {
        Set(report.arms.map(\.after)).sorted()
    }

    private static func text(_ contrast: ExperimentReport.Contrast, _ report: ExperimentReport)
        -> String
    {
        var text = "practice less placebo: \(contrast.mean.points) points"
        if let low = contrast.low, let high = contrast.high {
            text += " (95 %: \(low.points) to \(high.points))"
        }
        return text + ", p = \(contrast.p.short) (sign-flip over \(report.seeds) seeds)"
    }

    private static func text(_ sequence: SequenceReport, _ report: ExperimentReport) -> String {
        "\(report.skills.count) skills in sequence: \(sequence.before.percent) -> "
            + "\(sequence.after.percent), backward transfer \(sequence.backwardTransfer.finePoints), "
            + "forgetting \(sequence.forgetting.finePoints), "
            + "right to wrong per commit \((100 * sequence.negativeFlipsPerCommit).fixed(places: 3)) %"
    }

    private static func row(_ name: String, _ cells: [String]) -> String {
        let widths = [8, 18, 8, 8, 8, 8, 9, 8, 9]
        let columns = zip(cells, widths).map { cell, width in
            String(repeating: " ", count: max(1, width - cell.count)) + cell
        }
        return name.padded(to: 34) + columns.joined()
    }
}
