public import EtudeDomain

/// What changed in an agent's behaviour between two revisions, skill by skill.
public struct SemanticDiff: Hashable, Sendable {
    /// What changed about one strategy.
    public enum Change: Hashable, Sendable {
        /// It is recalled where it was not.
        case learned(Strategy)
        /// It is recalled as before, and says something else.
        case changed(from: Strategy, to: Strategy)
        /// It is no longer recalled.
        case retired(Strategy)

        /// The strategy as it stands, or stood last.
        public var strategy: Strategy {
            switch self {
            case .learned(let strategy), .changed(_, let strategy), .retired(let strategy): strategy
            }
        }
    }

    /// The estimate of an ability before and after; nil where there is none.
    public struct Progress: Hashable, Sendable {
        /// Whose ability it is.
        public let agent: String
        /// The estimate at the older revision.
        public let before: Competency?
        /// The estimate at the newer revision.
        public let after: Competency?
    }

    /// What changed about one skill.
    public struct SkillChange: Hashable, Sendable {
        /// The skill.
        public let skill: SkillPath
        /// Its strategies that changed, in the order of their ids.
        public let strategies: [Change]
        /// Its competencies that changed, by agent.
        public let progress: [Progress]
    }

    /// The skills about which something changed, in order.
    public let skills: [SkillChange]

    /// Compares two revisions of a memory.
    public init(from old: MemoryContents, to new: MemoryContents) {
        let changes = Dictionary(grouping: Self.changes(from: old, to: new)) {
            $0.strategy.lesson.skill
        }
        let progress = Dictionary(grouping: Self.progress(from: old, to: new)) { $0.skill }
        skills = Set(changes.keys).union(progress.keys).sorted().map { skill in
            SkillChange(
                skill: skill, strategies: changes[skill] ?? [],
                progress: (progress[skill] ?? []).map(\.progress))
        }
    }

    private static func changes(from old: MemoryContents, to new: MemoryContents) -> [Change] {
        let (before, after) = (inUse(old), inUse(new))
        return Set(before.keys).union(after.keys).sorted().compactMap { id in
            switch (before[id], after[id]) {
            case (nil, let strategy?): .learned(strategy)
            case (let strategy?, nil): .retired(strategy)
            case (let earlier?, let later?) where earlier.lesson != later.lesson:
                .changed(from: earlier, to: later)
            default: nil
            }
        }
    }

    private static func inUse(_ contents: MemoryContents) -> [EntryID: Strategy] {
        let strategies = contents.strategies.map(\.strategy).filter { $0.status != .retired }
        return Dictionary(strategies.map { ($0.id, $0) }) { first, _ in first }
    }

    private struct Key: Hashable {
        let skill: SkillPath
        let agent: String
    }

    private static func progress(
        from old: MemoryContents, to new: MemoryContents
    ) -> [(skill: SkillPath, progress: Progress)] {
        let before = Dictionary(
            old.competencies.map { (Key(skill: $0.skill, agent: $0.agent), $0) }
        ) { $1 }
        let after = Dictionary(new.competencies.map { (Key(skill: $0.skill, agent: $0.agent), $0) })
        { $1 }
        let keys = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
        return keys.sorted { ($0.skill, $0.agent) < ($1.skill, $1.agent) }.map {
            ($0.skill, Progress(agent: $0.agent, before: before[$0], after: after[$0]))
        }
    }
}
