/// One figure of a report: a chart, and the same facts as a table for those who cannot see it.
struct Figure {
    /// What a chart shows.
    enum Chart {
        /// Lines over attempts, each value 0 to 1.
        case lines([Line])
        /// Rows of shares, 0 to 1, the darker the higher.
        case heat(columns: [String], rows: [(name: String, values: [Double])])
        /// One bar a row, to the right or to the left.
        case bars([(name: String, value: Double)])
    }

    /// A line, perhaps with a band around it.
    struct Line {
        struct Point {
            let x: Int
            let y: Double
            var low: Double?
            var high: Double?
        }

        let name: String
        let points: [Point]
        var isFaint = false
    }

    /// The facts behind a chart.
    struct Table {
        let header: [String]
        let rows: [[String]]
    }

    let title: String
    /// What can be read from it, in one or two sentences.
    let caption: String
    /// The command that shows the same, and the revision.
    let source: String
    /// Nil where the table says it all.
    let chart: Chart?
    let table: Table
}
