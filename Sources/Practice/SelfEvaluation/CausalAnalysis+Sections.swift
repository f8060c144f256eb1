public import EtudeDomain

extension CausalAnalysis {
    /// The section `## Evidence` of a strategy file, with a trailing newline.
    ///
    /// Each text of the trace is one line of at most 400 characters; it can neither begin a heading
    /// nor end the list.
    public var evidence: String {
        var lines = ["- Task: \"\(Excerpt.of(trace.task))\""]
        if let step {
            let decision = trace.steps[step - 1]
            lines.append("- Expected: \(expected(decision)) · Happened: \(happened(decision))")
            lines.append("- Decision point: step \(step), \(Excerpt.of(decision.did))")
        } else if let rejected, let right {
            lines.append(
                "- Expected: `\(Excerpt.of(rejected))` · Happened: `\(Excerpt.of(right))` was right"
            )
        }
        return "## Evidence\n\n" + lines.joined(separator: "\n") + "\n"
    }

    /// The section `## Replay` of a strategy file, with a trailing newline.
    ///
    /// - Parameters:
    ///   - record: How the strategy's advice did.
    ///   - attempts: The number of stored attempts it was held against.
    ///   - revision: The revision of the memory in use, in the form to be shown; nil for none.
    /// - Returns: A heading and one sentence.
    public static func replay(
        _ record: AdviceRecord, over attempts: Int, at revision: String?
    ) -> String {
        let counts = "Fixed \(Count.text(record.helped)), broke \(Count.text(record.harmed))"
        let place = revision.map { " at \(Excerpt.of($0))" } ?? ""
        return "## Replay\n\n\(counts) of \(attempts) stored attempts\(place).\n"
    }

    private func expected(_ step: Trace.Step) -> String {
        let text = Excerpt.of(step.expected)
        return text.isEmpty ? rejected.map { "`\(Excerpt.of($0))`" } ?? "nothing said" : text
    }

    private func happened(_ step: Trace.Step) -> String {
        let text = Excerpt.of(step.happened)
        return text.isEmpty ? "nothing recorded" : text
    }
}
