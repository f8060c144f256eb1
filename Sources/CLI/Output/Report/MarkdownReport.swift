/// A report as Markdown: its captions and tables.
struct MarkdownReport {
    let text: String

    init(_ report: ReportFigures) {
        let sections = report.figures.map { figure in
            [
                "## \(Self.line(figure.title))", Self.line(figure.caption),
                Self.table(figure.table), "*\(Self.line(figure.source))*",
            ].filter { !$0.isEmpty }.joined(separator: "\n\n")
        }
        text =
            (["# \(Self.line(report.title))", Self.line(report.summary)] + sections)
            .joined(separator: "\n\n") + "\n"
    }

    private static func table(_ table: Figure.Table) -> String {
        guard !table.rows.isEmpty else { return "" }
        let rule = table.header.map { _ in "---" }
        return ([table.header, rule] + table.rows).map { row in
            "| \(row.map(line).joined(separator: " | ")) |"
        }.joined(separator: "\n")
    }

    /// Text on one line, in which nothing is markup.
    private static func line(_ text: String) -> String {
        let marks: Set<Character> = ["\\", "`", "*", "_", "[", "]", "<", ">", "|", "#", "!"]
        return String(
            text.split(whereSeparator: \.isNewline).joined(separator: " ").flatMap { character in
                marks.contains(character) ? ["\\", character] : [character]
            })
    }
}
