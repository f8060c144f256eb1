import EtudeDomain
public import EtudeReview
public import EtudeGit
public import EtudeStore

/// Says what changed in behaviour between two revisions.
public struct CompareRevisions: Sendable {
    /// The older revision.
    public let old: String
    /// The newer one; nil for the tip of the branch.
    public let new: String?

    /// Plans a comparison.
    public init(from old: String, to new: String?) {
        self.old = old
        self.new = new
    }

    /// What changed in behaviour.
    public func run(_ finder: MemoryFinder) async throws(Failure) -> SemanticDiff {
        let location = try finder.location()
        return try await worded { () throws(StoreError) in
            let store = try MemoryStore(location)
            let before = try await store.resolve(old)
            let after =
                if let new { try await store.resolve(new) } else { try await store.requireTip() }
            return try await Self.difference(in: store, from: before, to: after)
        }
    }

    /// What changed in behaviour between two commits of an open memory.
    public static func difference(
        in store: MemoryStore, from old: ObjectID, to new: ObjectID
    ) async throws(StoreError) -> SemanticDiff {
        let (before, after) = try await store.difference(from: old, to: new)
        return SemanticDiff(from: MemoryContents(before), to: MemoryContents(after))
    }

    /// Git's own difference.
    public func patch(_ finder: MemoryFinder) async throws(Failure) -> String {
        let location = try finder.location()
        return try await worded { () throws(StoreError) in
            let store = try MemoryStore(location)
            let before = try await store.resolve(old)
            let after =
                if let new { try await store.resolve(new) } else { try await store.requireTip() }
            return try await store.patch(from: before, to: after)
        }
    }
}

extension MemoryContents {
    /// The entries of a snapshot.
    init(_ snapshot: MemorySnapshot) {
        self.init(
            charter: snapshot.charter, taxonomy: snapshot.taxonomy,
            strategies: snapshot.strategies.map {
                StrategyFile(strategy: $0.strategy, path: $0.path)
            },
            competencies: snapshot.competencies)
    }
}
