import EtudeRuntime

/// Which commits made a memory worse, as people read it.
struct BisectText {
    let text: String

    /// How many of the questions that a commit broke are shown.
    private static let shown = 5

    init(_ report: BisectReport) {
        var lines = report.culprits.flatMap { Self.lines(of: $0) + [""] }
        if report.culprits.isEmpty {
            lines += [
                "Nothing that was answered right at \(report.good.prefix(7)) is answered wrong at "
                    + "\(report.bad.prefix(7)).",
                "",
            ]
        }
        lines += report.flaky.prefix(Self.shown).map {
            "flaky: now right, now wrong at the same revision: \(Self.quoted($0))"
        }
        lines.append(
            "asked \(Self.count(report.questions, "question")) at "
                + "\(Self.count(report.revisions, "revision")), \(report.good.prefix(7)) to "
                + "\(report.bad.prefix(7)), \(Self.count(report.commits, "commit")) apart: "
                + "\(report.rightBefore) right before, \(report.rightAfter) after")
        text = lines.joined(separator: "\n")
    }

    private static func lines(of culprit: BisectReport.Culprit) -> [String] {
        let names = culprit.commits.map { String($0.prefix(7)) }
        let name = names.count == 1 ? names[0] : "one of \(names.joined(separator: ", "))"
        var lines = [
            "\(name)  \(culprit.subject)  (\(culprit.author)) broke \(culprit.broke.count)"
                + (culprit.fixed.map { ", fixed \($0)" } ?? "")
        ]
        for change in culprit.changes {
            lines.append("  \(change.kind.sign) \(change.id)  \(change.title)")
            lines.append("      when \(change.when), do \(change.action)")
        }
        for broken in culprit.broke.prefix(shown) {
            lines.append("  \(quoted(broken.question))")
            lines.append("      \(broken.before) -> \(broken.after)")
        }
        if culprit.broke.count > shown {
            lines.append("  and \(culprit.broke.count - shown) more")
        }
        if names.count == 1 { lines.append("  take it back with 'etude revert \(name)'") }
        return lines
    }

    private static func quoted(_ question: String) -> String {
        let line = question.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return line.count > 90 ? "\"\(line.prefix(89))…\"" : "\"\(line)\""
    }

    private static func count(_ count: Int, _ word: String) -> String {
        "\(count) \(word)\(count == 1 ? "" : "s")"
    }
}

extension BisectReport.Change.Kind {
    fileprivate var sign: String {
        switch self {
        case .learned: "+"
        case .changed: "~"
        case .retired: "-"
        }
    }
}
