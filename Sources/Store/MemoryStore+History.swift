public import EtudeDomain
public import EtudeGit

extension MemoryStore {
    /// The commits that changed the memory, newest first.
    ///
    /// Merges are left out. Cost: one comparison of trees for each commit passed.
    ///
    /// - Parameters:
    ///   - revision: Where to start; the tip of the current branch where none is named.
    ///   - limit: The most commits.
    ///   - standing: Whether commits that were taken back are left out.
    ///   - fits: Which of them.
    /// - Returns: The commits, newest first.
    /// - Throws: ``StoreError/git(_:)`` when the history cannot be read.
    public func changes(
        from revision: ObjectID? = nil, limit: Int = .max, standing: Bool = false,
        where fits: @Sendable (MemoryChange) -> Bool = { _ in true }
    ) throws(StoreError) -> [MemoryChange] {
        let start = if let revision { revision } else { try tip() }
        guard let start, limit > 0 else { return [] }
        return try storing { () throws(GitError) in
            var (changes, takenBack): ([MemoryChange], Set<String>) = ([], [])
            try repository.walk(from: start, hiding: nil) { commit throws(GitError) in
                guard commit.parents.count < 2, let change = try change(of: commit) else {
                    return true
                }
                if takenBack.contains(commit.id.description) {
                    if standing { return true }
                } else {
                    takenBack.formUnion(change.reverted)
                }
                if fits(change) { changes.append(change) }
                return changes.count < limit
            }
            return changes
        }
    }

    /// Whether the file of a strategy is as the commit left it that learned the strategy: nobody edited
    /// it or brought it back since.
    public func isAsLearned(_ id: EntryID, at path: String) throws(StoreError) -> Bool {
        guard let tip = try tip() else { return false }
        let path = try location.treePath(path)
        let latest = try storing { () throws(GitError) in
            try repository.history(of: path, from: tip, limit: 1).first
        }
        return latest?.values(ofTrailer: CommitMessage.Key.strategy.name)
            .contains(id.text) == true
    }

    /// What one commit changed in the memory, a merge against its first parent; nil when that is
    /// nothing.
    public func change(_ id: ObjectID) throws(StoreError) -> MemoryChange? {
        try storing { () throws(GitError) in try change(of: repository.commit(id)) }
    }

    private func change(of commit: Commit) throws(GitError) -> MemoryChange? {
        let changes = try repository.changes(
            from: commit.parents.first, to: commit.id, under: location.prefix)
        let paths = changes.compactMap { location.memoryPath($0.path) }
        return paths.isEmpty ? nil : MemoryChange(commit: commit, paths: paths)
    }

    /// Git's own difference of two revisions of the memory.
    public func patch(from old: ObjectID?, to new: ObjectID) throws(StoreError) -> String {
        try storing { () throws(GitError) in
            try repository.patch(from: old, to: new, under: location.prefix)
        }
    }

    /// The strategy that the bytes of a file state; nil when they state none.
    public static func strategy(in bytes: [UInt8], at path: String) -> Strategy? {
        try? StrategyCodec.decode(bytes, path: path)
    }
}
