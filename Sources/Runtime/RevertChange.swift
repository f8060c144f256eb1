public import EtudeDomain
import EtudeGit
import EtudeRecall
import EtudeStore
public import Foundation

/// Takes learned behaviour back.
public struct RevertChange: Sendable {
    /// What is taken back.
    public enum Target: Hashable, Sendable {
        /// One commit, by any name that git knows, or one strategy, by its id.
        case named(String)
        /// Everything learned that fits all that is said.
        case learned(skill: SkillPath?, agent: String?, since: Date?)
    }

    /// What is taken back.
    public let target: Target
    /// Whether nothing is written.
    public let isDryRun: Bool

    /// What was taken back, or would be.
    public struct Outcome: Codable, Hashable, Sendable {
        /// A strategy that is no longer as the commits left it.
        public struct Behaviour: Codable, Hashable, Sendable {
            /// The strategy's id.
            public let id: String
            /// Its skill.
            public let skill: String
            /// Its title.
            public let title: String
            /// `removed`, `restored` or `changed`.
            public let effect: String
        }

        /// The commits, newest first.
        public let commits: [String]
        /// What goes, comes back or changes.
        public let behaviours: [Behaviour]
        /// The commit that takes them back; nil where none was made.
        public let commit: String?
    }

    /// Plans to take something back.
    public init(_ target: Target, isDryRun: Bool = false) {
        self.target = target
        self.isDryRun = isDryRun
    }

    /// Takes it back in one commit, all or nothing.
    public func run(_ finder: MemoryFinder, surroundings: Surroundings) async throws(Failure)
        -> Outcome
    {
        let location = try finder.location()
        let memory = try await worded { () throws(StoreError) in
            let memory = try await Memory.open(location, surroundings: surroundings)
            if !isDryRun { try await memory.store.requireWritable() }
            return memory
        }
        let changes = try await commits(in: memory)
        guard !changes.isEmpty else { throw nothingFits(in: await memory.taxonomy) }
        let commits = changes.map(\.commit)
        let plan = try await worded { () throws(StoreError) in
            try await memory.store.inverse(of: commits)
        }
        guard !plan.isEmpty else { throw Self.takenBack }
        guard !plan.contains(where: { location.memoryPath($0.path) == MemoryLayout.charter }) else {
            throw Failure(
                "this would change CHARTER.md, and only people change the charter",
                hint: "edit it by hand, or run 'git revert \(commits[0].id.short)'")
        }
        let strategies = Set(changes.flatMap(\.strategies)).sorted()
        let behaviours = try await behaviours(of: plan, in: memory)
        guard !isDryRun else {
            return Outcome(
                commits: commits.map(\.id.description), behaviours: behaviours, commit: nil)
        }
        let commit = try await worded { () throws(StoreError) in
            let author = try await memory.store.identity(seconds: surroundings.seconds)
            return try await memory.store.revert(
                commits, message: Self.message(reverting: commits, strategies),
                by: author ?? surroundings.signature)
        }
        await memory.catchUp()
        await memory.saveIndex()
        return Outcome(
            commits: commits.map(\.id.description), behaviours: behaviours,
            commit: commit?.description)
    }

    private func nothingFits(in taxonomy: Taxonomy) -> Failure {
        if case .learned(let skill?, _, _) = target, taxonomy[skill] == nil {
            return Failure(.noSkill(skill, suggestion: taxonomy.suggestion(for: skill.text)))
        }
        return Failure("nothing was learned that fits", hint: "'etude log' lists what was learned")
    }

    private static let takenBack = Failure(
        "this has been taken back already", hint: "'etude log' shows by which commit")

    private func commits(in memory: Memory) async throws(Failure) -> [MemoryChange] {
        let store = memory.store
        switch target {
        case .named(let name):
            if let id = EntryID(name) {
                let file = try await worded { () throws(StoreError) in
                    try await memory.strategy(id)?.location
                }
                let changes = try await learned(in: store) {
                    $0.strategies.contains(id)
                        || !$0.isRevert && $0.paths == [file].compactMap(\.self)
                }
                guard changes.isEmpty else { return changes }
                let all = try await worded { () throws(StoreError) in
                    try await store.changes(limit: 1) { $0.strategies.contains(id) }
                }
                guard all.isEmpty else { throw Self.takenBack }
            }
            return [try await commit(name, in: store)]
        case .learned(let skill, let agent, let since):
            return try await learned(in: store) { change in
                !change.strategies.isEmpty
                    && (skill.map { skill in
                        change.skills.contains { skill.covers($0) }
                    } ?? true)
                    && (agent.map { change.agents.contains($0) } ?? true)
                    && (since.map {
                        change.commit.author.seconds >= Int64($0.timeIntervalSince1970)
                    } ?? true)
            }
        }
    }

    /// The commits that fit and have not been taken back, with later edits of the same files by hand,
    /// newest first.
    private func learned(
        in store: MemoryStore, where fits: @escaping @Sendable (MemoryChange) -> Bool
    ) async throws(Failure) -> [MemoryChange] {
        let all = try await worded { () throws(StoreError) in
            try await store.changes(standing: true)
        }
        guard let oldest = all.lastIndex(where: fits) else { return [] }
        let files = Set(all.filter(fits).flatMap(\.paths))
        return all[...oldest].filter { change in
            let isEdit = change.paths.count == 1 && files.contains(change.paths[0])
            return fits(change) || (isEdit && !change.isRevert)
        }
    }

    private func commit(_ name: String, in store: MemoryStore) async throws(Failure) -> MemoryChange
    {
        try await worded { () throws(StoreError) in
            let id = try await store.resolve(name)
            guard let change = try await store.change(id) else { throw .nothingToRevert(id) }
            return change
        }
    }

    private static func message(reverting commits: [Commit], _ strategies: [EntryID])
        -> CommitMessage
    {
        let subject =
            commits.count == 1
            ? "Revert \"\(commits[0].subject)\"" : "Revert \(commits.count) commits of the memory"
        return CommitMessage(
            subject: subject,
            body: commits.map { "This reverts commit \($0.id)." }.joined(separator: "\n"),
            trailers: strategies.map { (.reverts, $0.text) })
    }

    /// What becomes of the strategies in the files that change.
    private func behaviours(
        of plan: [Change], in memory: Memory
    ) async throws(Failure) -> [Outcome.Behaviour] {
        try await worded { () throws(StoreError) in
            var behaviours: [Outcome.Behaviour] = []
            for change in plan {
                guard let path = memory.store.location.memoryPath(change.path) else { continue }
                let known = try await memory.strategies(at: path).first?.strategy
                if let behaviour = Self.behaviour(of: change, at: path, known) {
                    behaviours.append(behaviour)
                }
            }
            return behaviours
        }
    }

    private static func behaviour(
        of change: Change, at path: String, _ known: Strategy?
    ) -> Outcome.Behaviour? {
        switch change {
        case .remove:
            return known.map { Self.behaviour($0, "removed") }
        case .write(_, let bytes):
            guard let strategy = MemoryStore.strategy(in: bytes, at: path) else { return nil }
            let effect = known == nil || known?.status == .retired ? "restored" : "changed"
            return Self.behaviour(strategy, effect)
        }
    }

    private static func behaviour(_ strategy: Strategy, _ effect: String) -> Outcome.Behaviour {
        Outcome.Behaviour(
            id: strategy.id.text, skill: strategy.lesson.skill.text, title: strategy.lesson.title,
            effect: effect)
    }
}
