import EtudeDocuments
import EtudeDomain

/// The body of `trace.md`: the task, the steps and the analysis, each under a heading.
struct TraceBody {
    /// The task.
    let task: String
    /// What happened, in order.
    let steps: [Trace.Step]

    private static let limit = Document.sizeLimit - Document.frontmatterLimit
    private static let shortestCut = 16
    private static let marks = ["Did:", "Expected:", "Happened:"]

    /// Reads the body of a document.
    init(_ document: Document) {
        // Whatever an analysis says, it is no part of what happened.
        let sections = document.sections.prefix { $0.title != "Analysis" }
        task = Quotation.content(in: sections.first { $0.title == "Task" }?.text ?? "")
        steps = sections.filter { $0.title.hasPrefix("Step ") }.map { Self.step(in: $0.text) }
    }

    /// Writes the body of a trace; where a file cannot hold it, its longest texts are cut.
    static func text(of trace: Trace, analysis: String?) -> String {
        var cut = limit
        var body = text(of: trace, analysis: analysis, cutTo: cut)
        while body.utf8.count > limit, cut > shortestCut {
            cut /= 2
            body = text(of: trace, analysis: analysis, cutTo: cut)
        }
        return body
    }

    private static func text(of trace: Trace, analysis: String?, cutTo cut: Int) -> String {
        func clean(_ text: String) -> String { CleanText.cut(CleanText.lines(text), to: cut) }
        func quotation(_ text: String) -> String { Quotation.text(of: clean(text)) }
        var body = "\n## Task\n\n\(quotation(trace.task))\n"
        for (number, step) in trace.steps.enumerated() {
            body += "\n## Step \(number + 1)\n"
            for (mark, text) in zip(marks, [step.did, step.expected, step.happened]) {
                body += "\n\(mark)\n\n\(quotation(text))\n"
            }
        }
        if let analysis { body += "\n## Analysis\n\n\(clean(analysis))\n" }
        return body
    }

    private static func step(in text: String) -> Trace.Step {
        var parts: [String: String] = [:]
        var mark = ""
        for line in text.split(whereSeparator: \.isNewline) {
            if marks.contains(String(line)) {
                mark = String(line)
            } else {
                parts[mark, default: ""] += line + "\n"
            }
        }
        let texts = marks.map { Quotation.content(in: parts[$0] ?? "") }
        return Trace.Step(did: texts[0], expected: texts[1], happened: texts[2])
    }
}
