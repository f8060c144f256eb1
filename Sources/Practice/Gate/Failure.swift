import EtudeDomain

/// The failing trace a lesson was learned from, its texts taken apart once.
struct Failure: Sendable {
    let trace: Trace
    let task: Terms
    /// The texts of the steps.
    let steps: [Terms]
    /// The moment of choice, without any memory.
    let situation: Situation
    /// The failure as an attempt; nil when the trace does not say what was right.
    let attempt: Attempt?
    /// The telling words of the task, the steps and the actions.
    let vocabulary: Set<String>

    init(_ trace: Trace) {
        self.trace = trace
        attempt = Attempt(trace)
        situation = attempt?.situation ?? trace.situation
        let task = situation.terms
        let steps = trace.steps.flatMap { [$0.did, $0.expected, $0.happened].map(Terms.init(of:)) }
        vocabulary = Set((task.stems + steps.flatMap(\.stems)).filter { !StopWords.contains($0) })
        self.task = task
        self.steps = steps
    }

    /// Whether `cue` occurs in the task or in the text of a step.
    func holds(_ cue: Cue) -> Bool { cue.occurs(in: task) || steps.contains { cue.occurs(in: $0) } }

    /// The number of the step at fault, from 1: the one the trace names, else the only one; nil when
    /// it names none of several or one that does not exist.
    var step: Int? {
        guard let decision = trace.decision else { return trace.steps.count == 1 ? 1 : nil }
        return decision >= 1 && decision <= trace.steps.count ? decision : nil
    }
}
