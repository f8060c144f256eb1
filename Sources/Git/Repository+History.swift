import Clibgit2

extension Repository {
    /// Visits the commits reachable from `start`, newest first, until `body` returns false.
    ///
    /// With `hidden`, leaves out that commit and everything it builds on. Errors of `body` come
    /// through.
    public func walk(
        from start: ObjectID, hiding hidden: ObjectID? = nil,
        _ body: (Commit) throws(GitError) -> Bool
    ) throws(GitError) {
        let walk: Handle<WalkKind> = try adopt(from: "git_revwalk_new") {
            git_revwalk_new(&$0, raw)
        }
        var id = start.raw
        try check(git_revwalk_push(walk.raw, &id), "git_revwalk_push")
        if var hidden = hidden?.raw {
            try check(git_revwalk_hide(walk.raw, &hidden), "git_revwalk_hide")
        }
        while try next(in: walk, &id) {
            guard try body(commit(ObjectID(id))) else { return }
        }
    }

    /// Returns the commits that changed the file at `path`, newest first, at most `limit`.
    ///
    /// A commit counts when the file differs from its state in every parent, so a merge that only
    /// takes one side over does not. Visits the history until `limit` is reached: about 50 µs a commit.
    public func history(
        of path: TreePath, from start: ObjectID, limit: Int = .max
    ) throws(GitError) -> [Commit] {
        var states = FileStates(path: path)
        var commits: [Commit] = []
        try walk(from: start) { commit throws(GitError) in
            let state = try states.state(in: commit.id, tree: commit.tree, of: self)
            var differs = !commit.parents.isEmpty || state != nil
            for parent in commit.parents
            where try states.state(in: parent, tree: nil, of: self) == state {
                differs = false
            }
            if differs { commits.append(commit) }
            return commits.count < limit
        }
        return commits
    }

    /// Visits the commits from `start` down the first parents, newest first, until `body` returns
    /// false; what merges brought in from the side is left out.
    public func walkFirstParents(
        from start: ObjectID, _ body: (Commit) throws(GitError) -> Bool
    ) throws(GitError) {
        var next: ObjectID? = start
        while let id = next {
            let commit: Commit
            do throws(GitError) { commit = try self.commit(id) } catch { throw explained(error) }
            guard try body(commit) else { return }
            next = commit.parents.first
        }
    }

    /// Returns the newest commit that two commits build on; nil when they share none.
    public func mergeBase(_ one: ObjectID, _ other: ObjectID) throws(GitError) -> ObjectID? {
        var (first, second, base) = (one.raw, other.raw, git_oid())
        let status = git_merge_base(&base, raw, &first, &second)
        return try found(status, "git_merge_base") ? ObjectID(base) : nil
    }

    /// Returns the name of the folder's tree in a commit, of the root where no folder is named; nil
    /// where there is no such folder.
    public func tree(of folder: TreePath?, in commit: Commit) throws(GitError) -> ObjectID? {
        guard let folder else { return commit.tree }
        let entry = try entry(at: folder, inTree: commit.tree)
        return entry?.isFolder == true ? entry?.id : nil
    }

    private func next(
        in walk: borrowing Handle<WalkKind>, _ id: inout git_oid
    ) throws(GitError) -> Bool {
        let status = git_revwalk_next(&id, walk.raw)
        guard status != GIT_ITEROVER.rawValue else { return false }
        do throws(GitError) { try check(status, "git_revwalk_next") } catch {
            throw explained(error)
        }
        return true
    }
}

/// The entry at one path in the commits visited so far; every commit is a parent soon after.
private struct FileStates {
    let path: TreePath
    private var known: [ObjectID: TreeEntry?] = [:]

    init(path: TreePath) { self.path = path }

    mutating func state(
        in commit: ObjectID, tree: ObjectID?, of repository: borrowing Repository
    ) throws(GitError) -> TreeEntry? {
        if let entry = known[commit] { return entry }
        let root: ObjectID
        if let tree { root = tree } else { root = try repository.rootTree(of: commit) }
        let entry = try repository.entry(at: path, inTree: root)
        known[commit] = .some(entry)
        return entry
    }
}
