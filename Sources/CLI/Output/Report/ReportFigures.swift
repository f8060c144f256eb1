import EtudeRuntime

/// A report as figures, which HTML, Markdown and the terminal show each in its way.
struct ReportFigures {
    let title: String
    let summary: String
    let figures: [Figure]

    /// The most strategies that a figure lists from each end.
    private static let listed = 10

    /// Lays a report out; `command` is what made it.
    init(_ report: MemoryReport, command: String) {
        let revision = String(report.revision.prefix(7))
        func source(_ command: String) -> String { "\(command), at \(revision)" }
        title = "\(report.name): how it learned"
        summary =
            "Strategies in use: \(report.strategies.count). Traces: \(report.traces). At revision \(revision). "
            + "Made by '\(command)'."
        figures =
            report.curves.map { Self.curve($0, source(command)) }
            + Dictionary(grouping: report.abilities, by: \.agent).sorted { $0.key < $1.key }
            .flatMap { Self.abilities(of: $0.key, $0.value, source(command)) }
            + [report.stages.map { Self.stages($0, source(command)) }].compactMap(\.self)
            + [
                Self.strategies(
                    report, source(command.replacing("etude report", with: "etude trial --all"))),
                Self.gate(report.gate, source(command)),
            ]
    }

    private static func curve(_ curve: MemoryReport.Curve, _ source: String) -> Figure {
        let last = curve.points.last
        return Figure(
            title: "Learning curve of \(curve.agent)",
            caption: "The share of right answers over the latest \(curve.window) of "
                + "\(curve.attempts) attempts, beside what base competence alone gets right of the "
                + "same tasks. At the end \((last?.right ?? 0).percent), base \((last?.base ?? 0).percent).",
            source: source,
            chart: .lines([
                Figure.Line(
                    name: "with memory",
                    points: curve.points.map { .init(x: $0.attempt, y: $0.right) }),
                Figure.Line(
                    name: "base competence",
                    points: curve.points.map { .init(x: $0.attempt, y: $0.base) }, isFaint: true),
            ]),
            table: Figure.Table(
                header: ["attempt", "with memory", "base"],
                rows: ReportMemory.few(curve.points).map {
                    ["\($0.attempt)", $0.right.percent, $0.base.percent]
                }))
    }

    private static func abilities(
        of agent: String, _ abilities: [MemoryReport.Ability], _ source: String
    ) -> [Figure] {
        abilities.map { ability in
            let last = ability.points.last
            return Figure(
                title: "Competency of \(agent) at \(ability.skill)",
                caption: "The believed chance of success with its 90 % band. After "
                    + "\(ability.attempts) attempts \((last?.competence ?? 0).percent) "
                    + "(\((last?.low ?? 0).percent) to \((last?.high ?? 0).percent)): \(ability.state).",
                source: source,
                chart: .lines([
                    Figure.Line(
                        name: ability.skill,
                        points: ability.points.map {
                            .init(x: $0.attempt, y: $0.competence, low: $0.low, high: $0.high)
                        })
                ]),
                table: Figure.Table(
                    header: ["attempt of the agent", "competence", "low", "high"],
                    rows: ReportMemory.few(ability.points).map {
                        ["\($0.attempt)", $0.competence.percent, $0.low.percent, $0.high.percent]
                    }))
        }
    }

    private static func stages(_ stages: MemoryReport.Stages, _ source: String) -> Figure {
        let own = stages.asked == "stored attempts" ? ", those it learned from included" : ""
        let columns = stages.stages.map { "\($0.revision.prefix(7)) (\($0.commits))" }
        return Figure(
            title: "What it forgot",
            caption:
                "The same \(stages.asked)\(own), asked at revisions of the memory (in brackets: "
                + "commits so far). The mean fall from a skill's best revision to the last is "
                + "\(((stages.forgetting ?? 0) * 100).fixed(places: 2)) points.",
            source: source,
            chart: .heat(
                columns: columns, rows: stages.rows.map { (name: $0.skill, values: $0.right) }),
            table: Figure.Table(
                header: ["skill", "questions"] + columns + ["fall"],
                rows: stages.rows.map { row in
                    [row.skill, "\(row.questions)"] + row.right.map(\.percent)
                        + [row.forgotten.percent]
                }))
    }

    private static func strategies(_ report: MemoryReport, _ source: String) -> Figure {
        let rows = report.strategies
        let shown =
            rows.count <= 2 * listed ? rows : Array(rows.prefix(listed) + rows.suffix(listed))
        let verdicts = TrialStrategies.Row.Verdict.allCases.map { verdict in
            "\(rows.count { $0.verdict == verdict }) \(verdict.rawValue)"
        }
        return Figure(
            title: "Strategies by effect",
            caption: "Each strategy replayed over the \(report.asked) where it fires, with it and "
                + "without: what it fixes less what it breaks. \(verdicts.joined(separator: ", "))."
                + (shown.count < rows.count ? " Shown: the first and the last \(listed)." : ""),
            source: source,
            chart: shown.isEmpty
                ? nil : .bars(shown.map { (name: $0.id, value: Double($0.fixed - $0.broken)) }),
            table: Figure.Table(
                header: ["strategy", "verdict", "fires", "fixes", "breaks", "title"],
                rows: shown.map { row in
                    [
                        row.id, row.verdict.rawValue, "\(row.fires)", "\(row.fixed)",
                        "\(row.broken)", row.title,
                    ]
                }))
    }

    private static func gate(_ gate: MemoryReport.Gate, _ source: String) -> Figure {
        Figure(
            title: "The gate",
            caption:
                "Strategies let in: \(gate.accepted). Drafts refused: \(gate.refused), each of which "
                + "may have failed several checks.",
            source: source,
            chart: gate.reasons.isEmpty
                ? nil : .bars(gate.reasons.map { (name: $0.check, value: Double($0.count)) }),
            table: Figure.Table(
                header: ["check that failed", "drafts"],
                rows: gate.reasons.map { [$0.check, "\($0.count)"] }))
    }
}

extension ReportMemory {
    /// A dozen points of many, for a table.
    fileprivate static func few<Point>(_ points: [Point]) -> [Point] { thinned(points, to: 12) }
}
