public import EtudeDomain
import EtudeStore

/// Shows the scenarios of a memory, and how attempts at them went.
public struct ListScenarios: Sendable {
    /// A scenario with what is known of it.
    public struct Row: Codable, Hashable, Sendable {
        /// Its id.
        public let id: String
        /// Its skill.
        public let skill: String
        /// The task in a few words.
        public let title: String
        /// How hard it is, in logits.
        public let difficulty: Double
        /// `exact`, `one-of`, `regex` or `command`.
        public let grader: String
        /// Where it came from; nil where nobody says.
        public let source: String?
        /// Attempts at its task, of any agent.
        public let attempts: Int
        /// Right answers among them.
        public let right: Int
    }

    private let finder: MemoryFinder

    /// Looks into the memory that `finder` finds.
    public init(_ finder: MemoryFinder) { self.finder = finder }

    /// The scenarios of a skill and those below it, by skill, the easiest first; all where none is named.
    public func rows(of skill: SkillPath? = nil) async throws(Failure) -> [Row] {
        let location = try finder.location()
        let (snapshot, traces) = try await worded { () throws(StoreError) in
            let store = try MemoryStore(location)
            let snapshot = try await store.snapshot()
            return (snapshot, try await store.traces(limit: snapshot.charter.keepTraces).traces)
        }
        if let skill, snapshot.taxonomy[skill] == nil {
            let suggestion = snapshot.taxonomy.suggestion(for: skill.text)
            throw Failure(.noSkill(skill, suggestion: suggestion))
        }
        let tried = Dictionary(grouping: traces, by: \.task)
        return snapshot.scenarios.filter { skill?.covers($0.skill) ?? true }.sorted {
            ($0.skill, $0.difficulty, $0.id) < ($1.skill, $1.difficulty, $1.id)
        }.map { scenario in
            let attempts = tried[TraceText.kept(scenario.task)] ?? []
            return Row(
                id: scenario.id.text, skill: scenario.skill.text, title: scenario.title,
                difficulty: scenario.difficulty, grader: scenario.grader.kind.rawValue,
                source: scenario.source, attempts: attempts.count,
                right: attempts.count { $0.outcome == .success })
        }
    }
}
