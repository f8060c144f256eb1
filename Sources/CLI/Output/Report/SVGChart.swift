/// A chart as inline SVG, whose colours come from the page and so suit light and dark.
struct SVGChart {
    let text: String

    private static let width = 640.0
    private static let left = 44.0
    private static let rowHeight = 22.0

    /// Draws a chart; `label` says what it shows to those who cannot see it.
    init(_ chart: Figure.Chart, label: String) {
        let (body, height) =
            switch chart {
            case .lines(let lines): Self.lines(lines)
            case .heat(let columns, let rows): Self.heat(columns, rows)
            case .bars(let bars): Self.bars(bars)
            }
        let name = label.escapedForHTML
        text =
            "<svg viewBox=\"0 0 \(Self.width.plain) \(height.plain)\" role=\"img\" aria-label=\"\(name)\">"
            + "<title>\(name)</title>\(body)</svg>"
    }

    // MARK: Lines

    private static func lines(_ lines: [Figure.Line]) -> (String, Double) {
        let (top, bottom) = (12.0, 232.0)
        let last = lines.flatMap(\.points).map(\.x).max() ?? 1
        let first = min(lines.flatMap(\.points).map(\.x).min() ?? 0, last)
        func place(_ x: Int) -> Double {
            left + (width - left - 12) * Double(x - first) / Double(max(1, last - first))
        }
        func height(_ y: Double) -> Double { bottom - (bottom - top) * min(1, max(0, y)) }
        var body = ""
        for share in [0, 0.25, 0.5, 0.75, 1] {
            let y = height(share).coordinate
            body +=
                "<line class=\"grid\" x1=\"\(left.coordinate)\" x2=\"\((width - 12).coordinate)\" "
                + "y1=\"\(y)\" y2=\"\(y)\"/>"
            body += label("\(Int(share * 100)) %", x: left - 6, y: height(share) + 4, "end")
        }
        body += label("\(first)", x: left, y: bottom + 18, "start")
        body += label("\(last) attempts", x: width - 12, y: bottom + 18, "end")
        for (number, line) in lines.enumerated() {
            let points = line.points.map { "\(place($0.x).coordinate),\(height($0.y).coordinate)" }
            let band = line.points.filter { $0.low != nil }
            if !band.isEmpty {
                let upper = band.map {
                    "\(place($0.x).coordinate),\(height($0.high ?? $0.y).coordinate)"
                }
                let lower = band.reversed().map {
                    "\(place($0.x).coordinate),\(height($0.low ?? $0.y).coordinate)"
                }
                body +=
                    "<polygon class=\"band\" points=\"\((upper + lower).joined(separator: " "))\"/>"
            }
            let kind = line.isFaint ? "line faint" : "line"
            body += "<polyline class=\"\(kind)\" points=\"\(points.joined(separator: " "))\"/>"
            if let end = line.points.last, line.points.count == 1 {
                body +=
                    "<circle class=\"dot\" cx=\"\(place(end.x).coordinate)\" "
                    + "cy=\"\(height(end.y).coordinate)\" r=\"3\"/>"
            }
            body += label(
                (line.isFaint ? "- - " : "— ") + line.name,
                x: left + 8, y: bottom + 36 + 16 * Double(number), "start")
        }
        return (body, bottom + 30 + 16 * Double(lines.count))
    }

    // MARK: Shares

    private static func heat(
        _ columns: [String], _ rows: [(name: String, values: [Double])]
    ) -> (String, Double) {
        let (start, top) = (200.0, 24.0)
        let cell = (width - start - 12) / Double(max(1, columns.count))
        var body = ""
        for (number, column) in columns.enumerated() {
            body += label(
                String(column.prefix(7)), x: start + cell * (Double(number) + 0.5), y: 14, "middle")
        }
        for (number, row) in rows.enumerated() {
            let y = top + rowHeight * Double(number)
            body += label(row.name.shortened(to: 28), x: start - 8, y: y + 15, "end")
            for (place, value) in row.values.enumerated() {
                let x = start + cell * Double(place)
                body +=
                    "<rect class=\"cell\" x=\"\((x + 1).coordinate)\" y=\"\((y + 1).coordinate)\" "
                    + "width=\"\((cell - 2).coordinate)\" height=\"\((rowHeight - 2).coordinate)\" "
                    + "fill-opacity=\"\((0.08 + 0.62 * value).fixed(places: 2))\"/>"
                body += label(
                    "\(Int((value * 100).rounded()))", x: x + cell / 2, y: y + 15, "middle")
            }
        }
        return (body, top + rowHeight * Double(rows.count) + 4)
    }

    // MARK: Bars

    private static func bars(_ bars: [(name: String, value: Double)]) -> (String, Double) {
        let (start, most) = (140.0, max(1, bars.map { abs($0.value) }.max() ?? 1))
        let hasNegative = bars.contains { $0.value < 0 }
        let zero = hasNegative ? start + (width - start - 52) / 2 : start
        let room = width - 52 - zero
        var body = ""
        for (number, bar) in bars.enumerated() {
            let y = rowHeight * Double(number)
            let length = room * abs(bar.value) / most
            let x = bar.value < 0 ? zero - length : zero
            body += label(bar.name.shortened(to: 18), x: start - 8, y: y + 15, "end")
            body +=
                "<rect class=\"\(bar.value < 0 ? "bar worse" : "bar")\" x=\"\(x.coordinate)\" "
                + "y=\"\((y + 3).coordinate)\" width=\"\(max(1, length).coordinate)\" "
                + "height=\"\((rowHeight - 6).coordinate)\"/>"
            body += label(
                bar.value.plain, x: bar.value < 0 ? x - 4 : x + length + 4, y: y + 15,
                bar.value < 0 ? "end" : "start")
        }
        return (body, rowHeight * Double(bars.count) + 4)
    }

    private static func label(
        _ text: String, x: Double, y: Double, _ anchor: String
    ) -> String {
        "<text x=\"\(x.coordinate)\" y=\"\(y.coordinate)\" text-anchor=\"\(anchor)\">"
            + "\(text.escapedForHTML)</text>"
    }
}

extension Double {
    fileprivate var coordinate: String { fixed(places: 1) }
}

extension String {
    /// The text as it stands in HTML.
    var escapedForHTML: String {
        replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }

    fileprivate func shortened(to count: Int) -> String {
        self.count > count ? "\(prefix(count - 1))…" : self
    }
}
