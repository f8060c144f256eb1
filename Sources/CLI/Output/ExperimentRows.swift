import EtudeRuntime

/// Every run of an experiment, as CSV.
struct ExperimentRows {
    let text: String

    init(_ report: ExperimentReport) {
        let header =
            "arm,after,skill,seed,practised,items,without,with,fixed,broken,p,"
            + "others,others_without,others_with,others_fixed,others_broken,strategies,stream,claimed"
        let lines = report.rows.map { row -> String in
            let (held, others) = (row.heldOut, row.others)
            let cells: [String] = [
                row.arm.rawValue, "\(row.after)", row.skill, "\(row.seed)", "\(row.practised)",
                "\(held.items)", "\(held.without)", "\(held.with)", "\(held.fixed)",
                "\(held.broken)", "\(held.p)", "\(others.items)", "\(others.without)",
                "\(others.with)", "\(others.fixed)", "\(others.broken)", "\(row.strategies)",
                "\(row.stream)", row.claimed.map(String.init) ?? "",
            ]
            return cells.joined(separator: ",")
        }
        text = ([header] + lines).map { $0 + "\n" }.joined()
    }
}
