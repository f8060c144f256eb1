public import EtudeAgents
public import EtudeDomain
import EtudeStore
import EtudeRecall

/// The loop as a whole: recall, act, keep the trace, answer; and then, in its own time, explain the
/// failure, write a strategy, let the gate judge it and commit it.
///
/// Without a usable memory the agent works at its base competence, and says so.
public actor PracticeLoop {
    /// What the loop did since it started.
    public struct Tally: Hashable, Sendable {
        /// Strategies committed.
        public internal(set) var accepted = 0
        /// Drafts that the gate refused.
        public internal(set) var rejected = 0
        /// Strategies retired by their record.
        public internal(set) var retired = 0
        /// Skills proposed from repeated failures.
        public internal(set) var proposed = 0
        /// Interrupted evaluations taken up.
        public internal(set) var resumed = 0
    }

    /// The most strategies learned from one failure.
    public static let lessonsPerFailure = 2

    let agent: any Agent
    let coach: any Coach
    let memory: (any PracticeMemory)?
    let surroundings: Surroundings
    /// What the loop did since it started.
    public internal(set) var tally = Tally()
    /// The practice unit at which a strategy was last learned that also fires on this skill's tasks.
    var disturbed: [SkillPath: Int] = [:]
    /// The failures of evaluations, which leave their traces to be taken up later.
    public internal(set) var troubles: [Failure] = []
    private var evaluation: Task<Void, Never>?

    /// Starts a loop.
    ///
    /// - Parameters:
    ///   - agent: Who acts.
    ///   - coach: Who explains failures.
    ///   - memory: nil for base competence.
    ///   - surroundings: The time and new ids.
    public init(agent: any Agent, coach: any Coach, memory: Memory?, surroundings: Surroundings) {
        self.init(agent, coach, into: memory, surroundings)
    }

    init(
        _ agent: any Agent, _ coach: any Coach, into memory: (any PracticeMemory)?,
        _ surroundings: Surroundings
    ) {
        self.agent = agent
        self.coach = coach
        self.memory = memory
        self.surroundings = surroundings.acting(as: agent.name)
    }

    /// Does a task, keeps its trace and answers; a failure is evaluated afterwards.
    ///
    /// - Parameters:
    ///   - scenario: The task.
    ///   - skill: Recalls only strategies of this skill and those above it; nil for all, as when the
    ///     agent cannot know what a task is about.
    /// - Returns: The answer, and what it rests on.
    /// - Throws: ``Failure`` when the agent gives no answer, the grader no verdict, or the trace cannot be kept.
    public func perform(
        _ scenario: Scenario, recallingIn skill: SkillPath? = nil
    ) async throws(Failure) -> Performance {
        let started = surroundings.now()
        let choice = try await choose(scenario, recallingIn: skill)
        let (outcome, baseOutcome) = try await judge(choice, of: scenario)
        var performance = Performance(
            answer: choice.answer, base: choice.base, outcome: outcome,
            baseOutcome: baseOutcome, hits: choice.hits, memory: await memory?.revision, trace: nil)
        guard let memory else { return performance }
        let trace = trace(of: scenario, performance, started: started)
        try await worded { () throws(StoreError) in try await memory.keep(trace) }
        performance.trace = trace.id
        if outcome == .failure { evaluateLater(trace) }
        return performance
    }

    /// Takes up what was learned elsewhere: skills that are to be looked at again, each since a practice unit.
    func note(disturbed skills: [SkillPath: Int]) { disturbed.merge(skills, uniquingKeysWith: max) }

    /// Waits until every evaluation under way has ended.
    public func settle() async {
        while let current = evaluation {
            await current.value
            if evaluation == current { evaluation = nil }
        }
    }

    /// Takes up the evaluations that were interrupted, a kill included.
    public func resume() async {
        guard let memory, let traces = try? await memory.traces() else { return }
        let pending = traces.filter {
            $0.agent == agent.name && $0.evaluation == .pending
        }
        for trace in pending {
            evaluateLater(trace)
            tally.resumed += 1
        }
        await settle()
    }

    private func evaluateLater(_ trace: Trace) {
        let earlier = evaluation
        evaluation = Task {
            await earlier?.value
            await evaluate(trace)
        }
    }
}
