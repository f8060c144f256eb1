import EtudeDomain
import EtudeRecall
import EtudeStore

/// Keeps a trace without a lesson, and retires the strategies that it proves harmful.
public struct RecordTrace: Sendable {
    /// What is said about the attempt.
    public let request: LessonRequest

    /// What became of it.
    public struct Outcome: Codable, Hashable, Sendable {
        /// The trace's id.
        public let trace: String
        /// Whether the task was done.
        public let outcome: String
        /// The ids of strategies that the attempt proved harmful, and that were retired.
        public let retired: [String]
        /// What is odd about the trace, which is kept all the same.
        public let notes: [String]
    }

    /// Plans to keep a trace.
    public init(_ request: LessonRequest) { self.request = request }

    /// Keeps the trace.
    public func run(_ finder: MemoryFinder, surroundings: Surroundings) async throws(Failure)
        -> Outcome
    {
        guard let task = request.task, !task.allSatisfy(\.isWhitespace) else {
            throw Failure(
                "the request has no 'task'", hint: "see 'etude record --help' for an example")
        }
        let (memory, trace) = try await opened(finder, surroundings)
        let taxonomy = await memory.taxonomy
        let retired = try await worded { () throws(StoreError) in
            try await memory.store.requireWritable()
            try await memory.keep(trace)
            return try await memory.retireHarmful()
        }
        await memory.saveIndex()
        return Outcome(
            trace: trace.id.text, outcome: trace.outcome.rawValue, retired: retired.map(\.text),
            notes: taxonomy[trace.skill] == nil ? [Self.note(on: trace.skill, in: taxonomy)] : [])
    }

    private static func note(on skill: SkillPath, in taxonomy: Taxonomy) -> String {
        let suggestion =
            taxonomy.suggestion(for: skill.text).map { "; did you mean '\($0)'?" } ?? ""
        return "kept, though no skill is called '\(skill)'\(suggestion)"
    }

    /// The memory, and the trace with what was recalled for its task.
    func opened(
        _ finder: MemoryFinder, _ surroundings: Surroundings
    ) async throws(Failure) -> (memory: Memory, trace: Trace) {
        let location = try finder.location()
        let agent = request.agent ?? surroundings.agent
        guard SkillPath.isSegment(agent) else {
            throw Failure(
                "an agent cannot be called '\(agent.escaped)'",
                hint: "use lower-case letters, digits and hyphens, such as 'desk-1'")
        }
        let surroundings = surroundings.acting(as: agent)
        let memory = try await worded { () throws(StoreError) in
            try await Memory.open(location, surroundings: surroundings)
        }
        let receipt = request.task.flatMap {
            ReceiptBook(location: location).newest(for: $0, agent: agent)
        }
        let current = await memory.revision
        let trace = try request.trace(
            surroundings: surroundings, memory: receipt?.memory ?? current,
            recalled: (receipt?.recalled ?? []).compactMap(EntryID.init),
            masked: (receipt?.masked ?? []).compactMap(EntryID.init),
            unmasked: (receipt?.unmasked ?? []).compactMap(EntryID.init))
        return (memory, trace)
    }
}
