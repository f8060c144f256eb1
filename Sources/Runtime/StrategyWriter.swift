import EtudeDomain
import EtudePractice

/// Turns an accepted lesson into the strategy that is committed.
struct StrategyWriter {
    let surroundings: Surroundings
    let review: Charter.Review

    /// The strategy: active, or proposed where the charter asks for a review.
    func strategy(_ lesson: Lesson, from trace: Trace) -> Strategy {
        Strategy(
            id: surroundings.newID(), status: review == .required ? .proposed : .active,
            lesson: lesson,
            origin: Strategy.Origin(
                agent: trace.agent, created: surroundings.now(), trace: trace.id,
                memory: trace.memory.map { String($0.prefix(7)) }))
    }

    /// The evidence below its frontmatter.
    func body(from trace: Trace, record: AdviceRecord?, attempts: Int) -> String {
        let evidence = "\n" + CausalAnalysis(of: trace).evidence
        guard let record else { return evidence }
        let revision = trace.memory.map { String($0.prefix(7)) }
        return evidence + "\n" + CausalAnalysis.replay(record, over: attempts, at: revision)
    }
}
