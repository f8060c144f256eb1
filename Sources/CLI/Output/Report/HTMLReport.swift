import EtudeRuntime

/// A report as one HTML file that needs nothing else: no script, no font, no network.
struct HTMLReport {
    let text: String

    init(_ report: ReportFigures) {
        let figures = report.figures.map(Self.section).joined(separator: "\n")
        text = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(report.title.escapedForHTML)</title>
            <style>
            \(Self.style)
            </style>
            </head>
            <body>
            <main>
            <h1>\(report.title.escapedForHTML)</h1>
            <p>\(report.summary.escapedForHTML)</p>
            \(figures)
            </main>
            </body>
            </html>

            """
    }

    private static func section(_ figure: Figure) -> String {
        let chart = figure.chart.map {
            "<div class=\"chart\">\(SVGChart($0, label: "\(figure.title). \(figure.caption)").text)</div>"
        }
        let table = """
            <div class="table" tabindex="0"><table>
            <thead><tr>\(cells(figure.table.header, "th scope=\"col\""))</tr></thead>
            <tbody>
            \(figure.table.rows.map { "<tr>\(cells($0, "td"))</tr>" }.joined(separator: "\n"))
            </tbody>
            </table></div>
            """
        let facts =
            chart == nil
            ? table : "<details><summary>The same as a table</summary>\n\(table)\n</details>"
        return """
            <section>
            <h2>\(figure.title.escapedForHTML)</h2>
            <p>\(figure.caption.escapedForHTML)</p>
            \(chart ?? "")
            \(figure.table.rows.isEmpty ? "" : facts)
            <p class="source">\(figure.source.escapedForHTML)</p>
            </section>
            """
    }

    private static func cells(_ cells: [String], _ tag: String) -> String {
        let end = tag.prefix { $0 != " " }
        return cells.map { "<\(tag)>\($0.escapedForHTML)</\(end)>" }.joined()
    }

    private static let style = """
        :root { color-scheme: light dark; --ink: #1d1d1f; --paper: #fdfdfc; --mark: #0b6e4f; --worse: #b3261e;
          --faint: #6b6b70; --rule: #dcdcd8; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e8e6e3; --paper: #17181a; --mark: #58c9a0;
          --worse: #ff8a80; --faint: #a3a19c; --rule: #3a3b3e; } }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
        main { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
        h1 { font-size: 1.6rem; line-height: 1.2; overflow-wrap: anywhere; }
        h2 { font-size: 1.15rem; margin: 2.5rem 0 .25rem; overflow-wrap: anywhere; }
        p { margin: .25rem 0 .75rem; overflow-wrap: anywhere; }
        .source, summary { color: var(--faint); font-size: .85rem; }
        .chart svg { display: block; width: 100%; height: auto; }
        .table { overflow-x: auto; }
        table { border-collapse: collapse; font-size: .85rem; }
        th, td { padding: .2rem .7rem .2rem 0; text-align: left; border-bottom: 1px solid var(--rule);
          white-space: nowrap; }
        svg text { fill: var(--ink); font: 12px system-ui, sans-serif; }
        .grid { stroke: var(--rule); }
        .line { fill: none; stroke: var(--mark); stroke-width: 2; }
        .faint { stroke: var(--faint); stroke-dasharray: 5 4; }
        .band { fill: var(--mark); fill-opacity: .16; }
        .dot, .bar, .cell { fill: var(--mark); }
        .worse { fill: var(--worse); }
        """
}
