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

    /// The commits that left the memory other than it was, oldest first, down the first parents from
    /// `new` to `old`, which comes first whatever it changed; without `old` from the first that holds
    /// the memory.
    ///
    /// - Returns: The commits; nil where `old` is not among the first parents of `new`.
    public func line(
        from old: ObjectID?, to new: ObjectID
    ) throws(StoreError) -> [ObjectID]? {
        try storing { () throws(GitError) in
            var line: [ObjectID] = []
            var later: (commit: ObjectID, tree: ObjectID?)?
            try repository.walkFirstParents(from: new) { commit throws(GitError) in
                let tree = try repository.tree(of: location.prefix, in: commit)
                if let later, later.tree != nil, later.tree != tree { line.append(later.commit) }
                later = (commit.id, tree)
                return commit.id != old
            }
            guard let later, old == nil || later.commit == old else { return nil }
            if old != nil || later.tree != nil { line.append(later.commit) }
            return line.reversed()
        }
    }

    /// A commit.
    public func commit(_ id: ObjectID) throws(StoreError) -> Commit {
        try storing { () throws(GitError) in try repository.commit(id) }
    }

    /// The commits of a merge's sides below it: the one that it went on from, the one that it took in,
    /// and the newest that both build on; nil where it is no merge of two that share one.
    public func sides(
        of merge: ObjectID
    ) throws(StoreError) -> (ours: ObjectID, theirs: ObjectID, base: ObjectID)? {
        try storing { () throws(GitError) in
            let parents = try repository.commit(merge).parents
            guard parents.count == 2,
                let base = try repository.mergeBase(parents[0], parents[1])
            else { return nil }
            return (parents[0], parents[1], base)
        }
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
