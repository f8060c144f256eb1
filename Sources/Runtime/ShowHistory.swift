public import EtudeDomain
import EtudeGit
import EtudeRecall
import EtudeStore
public import Foundation

/// Lists what was learned, and shows one piece of it.
public struct ShowHistory: Sendable {
    /// A commit that changed the memory.
    public struct Entry: Codable, Hashable, Sendable {
        /// The commit.
        public let commit: String
        /// When it was made.
        public let date: Date
        /// Who made it.
        public let author: String
        /// Its first line.
        public let subject: String
        /// The strategies that it names.
        public let strategies: [String]
        /// The skills that it names.
        public let skills: [String]
    }

    /// A strategy as it stands, with its record.
    public struct Detail: Codable, Hashable, Sendable {
        /// The strategy's id; nil for a commit.
        public let id: String?
        /// The file, from the top of the memory; nil for a commit, and where it is gone.
        public let path: String?
        /// The text of the file, or the message and the difference of the commit.
        public let text: String
        /// Attempts where its advice was right; nil for a commit.
        public let helped: Double?
        /// Attempts that it would have harmed; nil for a commit.
        public let harmed: Double?
        /// The commits that name it, newest first.
        public let commits: [String]
    }

    private let finder: MemoryFinder

    /// Looks into the memory that `finder` finds.
    public init(_ finder: MemoryFinder) { self.finder = finder }

    /// The commits that changed the memory, newest first.
    public func entries(limit: Int, skill: SkillPath?) async throws(Failure) -> [Entry] {
        let location = try finder.location()
        return try await worded { () throws(StoreError) in
            let store = try MemoryStore(location)
            let changes = try await store.changes(limit: limit) { change in
                skill.map { skill in
                    change.skills.contains { skill.covers($0) }
                } ?? true
            }
            if let skill, changes.isEmpty {
                let taxonomy = try await store.snapshot().taxonomy
                guard taxonomy[skill] != nil else {
                    throw .noSkill(skill, suggestion: taxonomy.suggestion(for: skill.text))
                }
            }
            return changes.map(Self.entry)
        }
    }

    /// A strategy by its id, or a commit by any name that git knows.
    public func detail(of name: String, surroundings: Surroundings) async throws(Failure) -> Detail
    {
        let location = try finder.location()
        let memory = try await worded { () throws(StoreError) in
            try await Memory.open(location, surroundings: surroundings)
        }
        guard let id = EntryID(name) else { return try await commit(name, in: memory) }
        let known = try await worded { () throws(StoreError) in try await memory.strategy(id) }
        guard let known else { return try await lost(id, in: memory) }
        return try await worded { () throws(StoreError) in
            guard let tip = try await memory.store.tip() else { throw .noStrategy(id) }
            let bytes = try await memory.store.contents(of: known.location, at: tip) ?? []
            let commits = try await memory.store.changes { $0.strategies.contains(id) }
            return Detail(
                id: id.text, path: known.location, text: String(decoding: bytes, as: UTF8.self),
                helped: known.record.helped, harmed: known.record.harmed,
                commits: commits.map(\.commit.id.description))
        }
    }

    /// What a strategy said that was taken back, or can no longer be read; the commit of that name
    /// where none was.
    private func lost(_ id: EntryID, in memory: Memory) async throws(Failure) -> Detail {
        let commits = try await worded { () throws(StoreError) in
            try await memory.store.changes { $0.strategies.contains(id) }.map(\.commit.id)
        }
        guard let latest = commits.first else { return try await commit(id.text, in: memory) }
        let detail = try await commit(latest.description, in: memory)
        return Detail(
            id: id.text, path: nil,
            text:
                "No strategy '\(id)' can be read in the memory as it stands ('etude check' tells "
                + "what is left out). It was last in:\n\n\(detail.text)",
            helped: nil, harmed: nil, commits: commits.map(\.description))
    }

    private func commit(_ name: String, in memory: Memory) async throws(Failure) -> Detail {
        do {
            return try await worded { () throws(StoreError) in
                let id = try await memory.store.resolve(name)
                guard let change = try await memory.store.change(id) else {
                    throw .nothingToRevert(id)
                }
                let patch = try await memory.store.patch(from: change.commit.parents.first, to: id)
                return Detail(
                    id: nil, path: nil, text: "commit \(id)\n\n\(change.commit.message)\n\(patch)",
                    helped: nil,
                    harmed: nil, commits: [id.description])
            }
        } catch {
            let snapshot = try await worded { () throws(StoreError) in
                try await memory.snapshot()
            }
            let ids = snapshot.strategies.map(\.strategy.id.text)
            guard let nearest = Spelling.nearest(to: name, among: ids) else { throw error }
            throw Failure(
                "no strategy and no commit is called '\(name.escaped)'",
                hint: "did you mean '\(nearest)'?")
        }
    }

    private static func entry(_ change: MemoryChange) -> Entry {
        Entry(
            commit: change.commit.id.description,
            date: Date(timeIntervalSince1970: Double(change.commit.author.seconds)),
            author: change.commit.author.name, subject: change.commit.subject,
            strategies: change.strategies.map(\.text), skills: change.skills.map(\.text))
    }
}
