/// A report as the terminal shows it: captions, small charts of characters, and tables.
struct TextReport {
    let text: String

    private static let blocks = Array("▁▂▃▄▅▆▇█")

    init(_ report: ReportFigures) {
        let sections = report.figures.map { figure in
            ([figure.title, "  " + figure.caption] + Self.lines(of: figure)
                + ["  (\(figure.source))"]).joined(separator: "\n")
        }
        text = ([report.title, report.summary] + sections).joined(separator: "\n\n")
    }

    private static func lines(of figure: Figure) -> [String] {
        if case .lines(let lines)? = figure.chart {
            let width = lines.map(\.name.count).max() ?? 0
            return lines.map { line in
                "  \(line.name.padded(to: width))  \(spark(line.points.map(\.y)))"
            }
        }
        return table(figure.table)
    }

    private static func spark(_ values: [Double]) -> String {
        String(
            values.map { blocks[min(blocks.count - 1, Int(max(0, $0) * Double(blocks.count)))] })
    }

    private static func table(_ table: Figure.Table) -> [String] {
        guard !table.rows.isEmpty else { return [] }
        let rows = [table.header] + table.rows
        let widths = table.header.indices.map { column in
            rows.map { $0[column].count }.max() ?? 0
        }
        return rows.map { row in
            let cells = zip(row, widths).map { $0.padded(to: $1) }.joined(separator: "  ")
            return "  " + String(cells.reversed().drop { $0 == " " }.reversed())
        }
    }
}
