import EtudeDocuments
import EtudeDomain
import EtudeGit
import EtudePractice
import EtudeStore

/// Keeps a trace and, where it comes with a lesson, lets the gate judge that and commits it.
public struct LearnStrategy: Sendable {
    /// What is said about the attempt.
    public let request: LessonRequest
    /// Whether nothing is written.
    public let isDryRun: Bool

    /// What became of it.
    public struct Outcome: Codable, Hashable, Sendable {
        /// Whether the strategy is in the memory.
        public let accepted: Bool
        /// The strategy's id; that of the draft where it was refused.
        public let id: String
        /// Whether a refused draft is kept aside; one with a secret or deceiving characters is not.
        public let kept: Bool
        /// The trace's id.
        public let trace: String
        /// The commit; nil where none was made.
        public let commit: String?
        /// The file, from the top of the memory; nil where none was written.
        public let path: String?
        /// Everything the gate looked at.
        public let checks: [GateCheck]
        /// The ids of strategies that the attempt proved harmful, and that were retired.
        public let retired: [String]
    }

    /// One thing that the gate looked at.
    public struct GateCheck: Codable, Hashable, Sendable {
        /// What it looked at.
        public let name: String
        /// `passed`, `failed` or `not applicable`.
        public let result: String
        /// What it found, and what to do instead.
        public let message: String

        init(_ check: Check) {
            name = check.name.rawValue
            message = SecretScanner.redacted(check.message)
            result =
                switch check.result {
                case .passed: "passed"
                case .failed: "failed"
                case .notApplicable: "not applicable"
                }
        }
    }

    /// Plans to learn.
    public init(_ request: LessonRequest, isDryRun: Bool = false) {
        self.request = request
        self.isDryRun = isDryRun
    }

    /// Keeps the trace, judges the lesson and commits it, or keeps it as a refused draft.
    public func run(_ finder: MemoryFinder, surroundings: Surroundings) async throws(Failure)
        -> Outcome
    {
        let lesson = try request.lesson()
        let (memory, trace) = try await opened(finder, surroundings)
        let verdict = try await worded { () throws(StoreError) in
            try await memory.judge(lesson, from: trace)
        }
        let writer = StrategyWriter(
            surroundings: memory.surroundings, review: await memory.charter.review)
        let strategy = writer.strategy(lesson, from: trace)
        let checks = verdict.checks.map(GateCheck.init)
        let body = writer.body(
            from: trace, record: verdict.record,
            attempts: await memory.attemptCount(with: trace))
        var (commit, retired): (String?, [EntryID]) = (nil, [])
        if !isDryRun {
            (commit, retired) = try await worded { () throws(StoreError) in
                try await memory.store.requireWritable([MemoryLayout.path(of: strategy)])
                try await memory.keep(trace)
                let retired = try await memory.retireHarmful()
                guard verdict.isAccepted else {
                    try await keep(strategy, refusedBy: verdict, in: memory)
                    return (nil, retired)
                }
                return (try await memory.learn(strategy, body: body).description, retired)
            }
            await memory.saveIndex()
        }
        return Outcome(
            accepted: verdict.isAccepted, id: strategy.id.text,
            kept: !isDryRun && !verdict.isAccepted && verdict.isSafeToKeep,
            trace: trace.id.text, commit: commit,
            path: verdict.isAccepted ? MemoryLayout.path(of: strategy) : nil, checks: checks,
            retired: retired.map(\.text))
    }

    private func opened(
        _ finder: MemoryFinder, _ surroundings: Surroundings
    ) async throws(Failure) -> (memory: Memory, trace: Trace) {
        let (memory, trace) = try await RecordTrace(request).opened(finder, surroundings)
        let taxonomy = await memory.taxonomy
        guard taxonomy[trace.skill] != nil else {
            throw Failure(
                unknownSkill: trace.skill.text,
                suggestion: taxonomy.suggestion(for: trace.skill.text)?.text)
        }
        let first = try await worded { () throws(StoreError) in
            try await memory.firstAccount(of: trace)
        }
        return (memory, first.map(trace.retelling) ?? trace)
    }

    /// Keeps a refused draft, unless it cannot be written safely.
    private func keep(_ draft: Strategy, refusedBy verdict: Verdict, in memory: Memory)
        async throws(StoreError)
    {
        guard verdict.isSafeToKeep else { return }
        try await memory.store.keepRefused(
            [(draft, verdict.reasons)], of: memory.surroundings.agent,
            by: memory.surroundings.signature)
    }
}
