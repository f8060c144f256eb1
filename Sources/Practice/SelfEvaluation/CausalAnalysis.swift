public import EtudeDomain

/// Which decision of an attempt led to its outcome, as far as the trace shows it.
public struct CausalAnalysis: Hashable, Sendable {
    /// The trace that was looked at.
    public let trace: Trace
    /// The decision point, from 1; nil when the trace has no steps.
    ///
    /// The step that the trace names, else the first whose outcome departs from what was expected,
    /// else the last.
    public let step: Int?
    /// The name of the action that should not have been taken, lower-cased; nil when it is not known.
    ///
    /// What the agent leaned to, or what it answered where it leaned to the right action.
    public let rejected: String?
    /// The name of the action that would have been right, lower-cased; nil when it is not known.
    public let right: String?

    /// Looks for the decision point of `trace`.
    public init(of trace: Trace) {
        self.trace = trace
        right = trace.choice.right.map { Action.normalized($0[...]) }
        step = Self.decisionPoint(of: trace)
        let taken = [trace.choice.leaning, trace.choice.answer].compactMap(\.self)
            .map { Action.normalized($0[...]) }
        let right = right
        rejected = taken.first { $0 != right }
    }

    private static func decisionPoint(of trace: Trace) -> Int? {
        if let decision = trace.decision, decision >= 1, decision <= trace.steps.count {
            return decision
        }
        let departure = trace.steps.firstIndex(where: departs) ?? trace.steps.indices.last
        return departure.map { $0 + 1 }
    }

    /// Whether something was expected and something else happened, going by the words.
    private static func departs(_ step: Trace.Step) -> Bool {
        let (expected, happened) = (Terms(of: step.expected), Terms(of: step.happened))
        return !expected.stems.isEmpty && !happened.stems.isEmpty && expected != happened
            && !happened.contains(expected)
    }
}
