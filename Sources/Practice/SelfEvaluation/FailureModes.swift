public import EtudeDomain

/// Finds failures that keep coming back and proposes each as a skill of its own.
public enum FailureModes {
    /// How often a failure is seen before it counts as a mode.
    ///
    /// Two are soon seen by chance: of 100 requests of the embedded desk, about twelve pairs.
    public static let leastFailures = 3

    /// The tasks quoted as evidence of one mode.
    static let tasksQuoted = 5

    /// Proposes the pairs of answer and right answer that occur ``leastFailures`` times in one skill.
    ///
    /// A pair that is a skill already, whatever its status, is left out; so is one whose skill is
    /// itself a failure mode, or lies too deep to have skills below it. The same traces always give
    /// the same paths.
    ///
    /// - Parameters:
    ///   - traces: The traces to look at, in the order in which they were made.
    ///   - taxonomy: The skills.
    /// - Returns: Proposed skills, the most frequent failure first.
    public static func proposals(
        from traces: some Sequence<Trace>, taxonomy: Taxonomy
    ) -> [Skill] {
        var groups: [Confusion: [Trace]] = [:]
        for trace in traces where trace.outcome == .failure {
            guard let confusion = Confusion(trace, taxonomy: taxonomy) else { continue }
            groups[confusion, default: []].append(trace)
        }
        return groups.filter { $0.value.count >= leastFailures }
            .sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
            .compactMap { proposal(for: $0.key, seenIn: $0.value, taxonomy: taxonomy) }
    }

    private static func proposal(
        for confusion: Confusion, seenIn traces: [Trace], taxonomy: Taxonomy
    ) -> Skill? {
        guard let path = confusion.skill.appending(confusion.slug), taxonomy[path] == nil
        else { return nil }
        return Skill(
            path: path, title: confusion.title, status: .proposed, kind: .failureMode,
            text: text(about: confusion, seenIn: traces))
    }

    private static func text(about confusion: Confusion, seenIn traces: [Trace]) -> String {
        let (answer, right) = (Excerpt.of(confusion.answer), Excerpt.of(confusion.right))
        let evidence = traces.prefix(tasksQuoted).map { "- \($0.id): \"\(Excerpt.of($0.task))\"" }
        let more = traces.count - evidence.count
        return """
            Seen \(traces.count) times: `\(answer)` was taken where `\(right)` was right. Good looks \
            like this: tasks such as these end with `\(right)`, and those that want `\(answer)` still \
            do with that.

            ## Evidence

            \(evidence.joined(separator: "\n"))\(more > 0 ? "\n- and \(more) more" : "")

            """
    }
}
