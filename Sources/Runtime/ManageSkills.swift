public import EtudeDomain
import EtudeGit
import EtudeStore

/// Shows the taxonomy, and lets a person accept or decline what was discovered.
public struct ManageSkills: Sendable {
    /// A skill with what is known of it.
    public struct Row: Codable, Hashable, Sendable {
        /// Its path.
        public let skill: String
        /// Its title.
        public let title: String
        /// `proposed`, `active` or `retired`.
        public let status: String
        /// `skill` or `failure-mode`.
        public let kind: String
        /// Its strategies in use.
        public let strategies: Int
        /// The latest committed estimate, 0 to 1; nil where there is none.
        public let competence: Double?
    }

    /// What was decided.
    public struct Outcome: Codable, Hashable, Sendable {
        /// The skill.
        public let skill: String
        /// Its status.
        public let status: String
        /// The commit.
        public let commit: String
    }

    private let finder: MemoryFinder

    /// Looks into the memory that `finder` finds.
    public init(_ finder: MemoryFinder) { self.finder = finder }

    /// Every skill, a skill before those below it.
    public func rows() async throws(Failure) -> [Row] {
        let location = try finder.location()
        let snapshot = try await worded { () throws(StoreError) in
            try await MemoryStore(location).snapshot()
        }
        let inUse = Dictionary(grouping: snapshot.recallable) { $0.strategy.lesson.skill }
        let competence = Dictionary(snapshot.competencies.map { ($0.skill, $0.competence) }) { $1 }
        return snapshot.taxonomy.sorted.map { skill in
            Row(
                skill: skill.path.text, title: skill.title, status: skill.status.rawValue,
                kind: skill.kind.rawValue, strategies: inUse[skill.path]?.count ?? 0,
                competence: competence[skill.path])
        }
    }

    /// Sets the status of a proposed skill, in a commit of the person who decides.
    public func decide(
        _ skill: SkillPath, accept: Bool, surroundings: Surroundings
    ) async throws(Failure) -> Outcome {
        let location = try finder.location()
        let store = try await worded { () throws(StoreError) in try MemoryStore(location) }
        let taxonomy = try await worded { () throws(StoreError) in
            try await store.snapshot().taxonomy
        }
        guard let known = taxonomy[skill] else {
            throw Failure(
                unknownSkill: skill.text, suggestion: taxonomy.suggestion(for: skill.text)?.text)
        }
        guard known.status == .proposed else {
            throw Failure("the skill '\(skill)' is \(known.status.rawValue), not proposed")
        }
        let status: Skill.Status = accept ? .active : .retired
        let commit = try await worded { () throws(StoreError) in
            let author = try await store.identity(seconds: surroundings.seconds)
            return try await store.setStatus(
                status.rawValue, of: MemoryLayout.path(of: known.path),
                message: CommitMessage(
                    .skill, known.path, accept ? "accept" : "decline",
                    trailers: [(.skill, known.path.text)]),
                by: author ?? surroundings.signature)
        }
        return Outcome(skill: known.path.text, status: status.rawValue, commit: commit.description)
    }
}
