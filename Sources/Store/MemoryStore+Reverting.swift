public import EtudeGit

extension MemoryStore {
    /// Works out what taking back `commits` changes in today's memory; writes nothing.
    ///
    /// A file that several of the commits changed goes back through each of them.
    ///
    /// - Parameter commits: Newest first.
    /// - Returns: The changes that take them back; none where that is done already.
    /// - Throws: ``StoreError/conflict(paths:)`` when later commits changed the same lines.
    public func inverse(of commits: [Commit]) throws(StoreError) -> [Change] {
        guard let tip = try tip() else { throw .unborn(branch: "HEAD") }
        return try inverse(of: commits, on: tip)
    }

    /// Takes `commits` back in one commit, all or nothing; nil where that is done already.
    public func revert(
        _ commits: [Commit], message: CommitMessage, by author: Signature
    ) throws(StoreError) -> ObjectID? {
        guard let tip = try tip() else { throw .unborn(branch: "HEAD") }
        let changes = try inverse(of: commits, on: tip)
        guard !changes.isEmpty else { return nil }
        return try storing { () throws(GitError) in
            try repository.publish(
                changes, message: message.text, author: author, committer: author, basedOn: tip)
        }
    }

    private func inverse(of commits: [Commit], on tip: ObjectID) throws(StoreError) -> [Change] {
        var (inverse, conflicts): ([Change], [String]) = ([], [])
        for (path, changes) in try touched(by: commits).sorted(by: { $0.key < $1.key }) {
            do throws(GitError) {
                inverse +=
                    changes.count == 1
                    ? try repository.inverse(of: changes[0].commit, on: tip, under: path)
                        .filter { $0.path == path }
                    : try unwinding(changes.map(\.change), of: path, on: tip)
            } catch  where error.code == .conflict {
                conflicts.append(path.text)
            } catch {
                throw .git(error)
            }
        }
        guard conflicts.isEmpty else { throw .conflict(paths: conflicts) }
        return inverse
    }

    private func touched(
        by commits: [Commit]
    ) throws(StoreError) -> [TreePath: [(change: FileChange, commit: ObjectID)]] {
        var touched: [TreePath: [(change: FileChange, commit: ObjectID)]] = [:]
        for commit in commits {
            let changes = try storing { () throws(GitError) in
                try repository.changes(
                    from: commit.parents.first, to: commit.id, under: location.prefix)
            }
            for change in changes { touched[change.path, default: []].append((change, commit.id)) }
        }
        return touched
    }

    /// Goes back through `changes` of one file, newest first; those that are taken back already count
    /// as done.
    private func unwinding(
        _ changes: [FileChange], of path: TreePath, on tip: ObjectID
    ) throws(GitError) -> [Change] {
        let today = try repository.file(at: path, in: tip)
        let standing = changes.drop { ![$0.before?.id, $0.after?.id].contains(today?.id) }
        var file = today
        for change in standing where file?.id != change.before?.id {
            guard file?.id == change.after?.id else { throw Self.conflict(path) }
            file = change.before
        }
        guard !standing.isEmpty else { throw Self.conflict(path) }
        guard file?.id != today?.id else { return [] }
        guard let file else { return [.remove(path)] }
        guard file.mode == .file else { throw .unsupported(.specialFile(path)) }
        return [.write(path, try repository.blob(file.id))]
    }
    private static func conflict(_ path: TreePath) -> GitError {
        GitError(
            code: .conflict, function: "unwinding", message: "later commits changed '\(path)'",
            paths: [path])
    }
}
