import EtudeDomain
public import EtudeReview
import EtudeGit
import EtudeStore

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
            let before = try await store.snapshot(at: store.resolve(old))
            let after =
                if let new { try await store.snapshot(at: store.resolve(new)) } else {
                    try await store.snapshot()
                }
            return SemanticDiff(from: MemoryContents(before), to: MemoryContents(after))
        }
    }

    /// Git's own difference.
    public func patch(_ finder: MemoryFinder) async throws(Failure) -> String {
        let location = try finder.location()
        return try await worded { () throws(StoreError) in
            let store = try MemoryStore(location)
            return try await store.patch(from: store.resolve(old), to: store.resolve(new ?? "HEAD"))
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
