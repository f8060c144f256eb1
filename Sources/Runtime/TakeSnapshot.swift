import EtudeDomain
import EtudeGit
import EtudePractice
import EtudeStore

/// Commits the estimate of every ability, one file an agent and skill.
public struct TakeSnapshot: Sendable {
    /// One estimate.
    public struct Row: Codable, Hashable, Sendable {
        /// The skill.
        public let skill: String
        /// Attempts counted.
        public let attempts: Int
        /// The chance of success at difficulty 0, 0 to 1.
        public let competence: Double
        /// The lower end of the 90 % band.
        public let low: Double
        /// The upper end of the 90 % band.
        public let high: Double
        /// `unknown`, `below`, `able` or `mastered`.
        public let state: String
    }

    /// What was stated.
    public struct Outcome: Codable, Hashable, Sendable {
        /// Whose abilities.
        public let agent: String
        /// The estimates, a skill before those below it.
        public let skills: [Row]
        /// The commit; nil when nothing changed since the last one.
        public let commit: String?
    }

    private let finder: MemoryFinder

    /// Looks into the memory that `finder` finds.
    public init(_ finder: MemoryFinder) { self.finder = finder }

    /// States the abilities of the agent in one commit.
    public func run(_ surroundings: Surroundings) async throws(Failure) -> Outcome {
        let location = try finder.location()
        let memory = try await worded { () throws(StoreError) in
            let memory = try await Memory.open(location, surroundings: surroundings)
            try await memory.store.requireWritable()
            return memory
        }
        let outcome = try await Self.commit(surroundings.agent, in: memory)
        await memory.saveIndex()
        return outcome
    }

    /// States the abilities of `agent` in one commit.
    static func commit(_ agent: String, in memory: Memory) async throws(Failure) -> Outcome {
        let (model, traces) = try await worded { () throws(StoreError) in
            (try await memory.competencies(of: agent), try await memory.traces())
        }
        guard !model.skillsTried.isEmpty else {
            let agents = Set(traces.map(\.agent)).sorted().joined(separator: ", ")
            throw Failure(
                "the agent '\(agent)' has no trace in this memory",
                hint: agents.isEmpty
                    ? "'etude record' and 'etude practice' leave traces"
                    : "agents with traces: \(agents)")
        }
        let rows = try await states(model, in: memory)
        guard let root = rows.first?.competency.skill else {
            return Outcome(agent: model.agent, skills: [], commit: nil)
        }
        let commit = try await worded { () throws(StoreError) -> String? in
            var transaction = Transaction(
                CommitMessage(
                    .snapshot, root, "competency of \(model.agent)",
                    trailers: [(.skill, root.text), (.agent, model.agent)]),
                by: memory.surroundings.signature)
            for row in rows where try await !memory.states(row.competency, body: row.text) {
                try transaction.write(row.competency, body: row.text)
            }
            guard !transaction.files.isEmpty else { return nil }
            return try await memory.commit(transaction).description
        }
        return Outcome(
            agent: model.agent, skills: rows.map { Self.row($0.competency) }, commit: commit)
    }

    private static func states(
        _ model: CompetencyModel, in memory: Memory
    ) async throws(Failure) -> [(competency: Competency, text: String)] {
        let tried = Set(model.skillsTried.flatMap { [$0] + $0.ancestors }).sorted()
        let tip = try await worded { () throws(StoreError) in
            try await memory.store.tipOfTraces(of: model.agent)
        }
        let revision = await memory.revision
        var states: [(competency: Competency, text: String)] = []
        let snapshot = try await worded { () throws(StoreError) in try await memory.snapshot() }
        for skill in tried {
            let competency = model.competency(
                of: skill, traces: tip?.description, memory: revision,
                updated: memory.surroundings.now())
            let used = snapshot.recallable.filter { $0.strategy.lesson.skill == skill }
            let known = try await worded { () throws(StoreError) in
                try await memory.strategies(used.map(\.strategy.id))
            }
            states.append((competency, CompetencyText(competency, model, known).text))
        }
        return states
    }

    private static func row(_ competency: Competency) -> Row {
        Row(
            skill: competency.skill.text, attempts: competency.attempts,
            competence: competency.competence,
            low: competency.low, high: competency.high, state: competency.state.rawValue)
    }
}
