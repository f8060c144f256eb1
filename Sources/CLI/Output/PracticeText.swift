import EtudeRuntime

/// What a practice session came to, as people read it.
struct PracticeText {
    let text: String

    init(_ report: PracticeReport) {
        let held = report.heldOut
        var lines = [
            "practised   \(report.skill ?? "every skill"), \(report.attempts) requests, seed \(report.seed)",
            "held out    \(held.without.percent) -> \(held.with.percent) of \(held.items)"
                + "  (\((held.with - held.without).points) points: fixed \(held.fixed), broke \(held.broken))",
            "chance      p = \(held.p.short) (exact one-sided McNemar), e = \(held.e.short)",
        ]
        let others = report.others
        if others.items > 0 {
            lines.append(
                "others      \(others.without.percent) -> \(others.with.percent) of \(others.items)"
                    + "  (\((others.with - others.without).points) points: fixed \(others.fixed), broke \(others.broken))"
            )
        }
        lines += [
            "strategies  \(report.strategies.accepted) learned, \(report.strategies.rejected) drafts refused",
            "base        \(report.base.hash.prefix(7)), \(report.base.unchanged ? "unchanged" : "CHANGED")",
            "memory      \(report.memory.path), \(report.memory.from.prefix(7)) -> \(report.memory.to.prefix(7))",
            "took        \(report.seconds.fixed(places: 1)) s",
        ]
        text = lines.joined(separator: "\n")
    }
}
