public import EtudeGit

extension MemoryStore {
    /// Works out what taking back `commits` changes in today's memory; writes nothing.
    ///
    /// - Parameter commits: Newest first.
    /// - Returns: The changes that take them back; none where that is done already.
    /// - Throws: ``StoreError/conflict(paths:)`` when later commits changed the same lines.
    public func inverse(of commits: [Commit]) throws(StoreError) -> [Change] {
        guard let tip = try tip() else { throw .unborn(branch: "HEAD") }
        var touched: [TreePath: [(change: FileChange, commit: ObjectID)]] = [:]
        for commit in commits {
            let changes = try storing { () throws(GitError) in
                try repository.changes(
                    from: commit.parents.first, to: commit.id, under: location.prefix)
            }
            for change in changes { touched[change.path, default: []].append((change, commit.id)) }
        }
        var (inverse, conflicts): ([Change], [String]) = ([], [])
        for (path, changes) in touched.sorted(by: { $0.key < $1.key }) where changes.count > 1 {
            let today = try storing { () throws(GitError) in try repository.file(at: path, in: tip)
            }
            let follows = zip(changes, changes.dropFirst()).allSatisfy {
                $0.change.before?.id == $1.change.after?.id
            }
            guard follows, today?.id == changes[0].change.after?.id else {
                conflicts.append(path.text)
                continue
            }
            inverse.append(try restoring(changes[changes.count - 1].change.before, at: path))
        }
        guard conflicts.isEmpty else { throw .conflict(paths: conflicts) }
        for commit in commits {
            for change in try singleInverse(of: commit.id, on: tip)
            where touched[change.path]?.count == 1 {
                inverse.append(change)
            }
        }
        return inverse
    }

    /// Takes `commits` back in one commit, all or nothing.
    public func revert(
        _ commits: [Commit], message: CommitMessage, by author: Signature
    ) throws(StoreError) -> ObjectID? {
        let changes = try inverse(of: commits)
        guard !changes.isEmpty else { return nil }
        return try storing { () throws(GitError) in
            try repository.publish(
                changes, message: message.text, author: author, committer: author)
        }
    }

    private func restoring(_ file: TreeFile?, at path: TreePath) throws(StoreError) -> Change {
        guard let file else { return .remove(path) }
        return .write(path, try storing { () throws(GitError) in try repository.blob(file.id) })
    }

    private func singleInverse(of commit: ObjectID, on tip: ObjectID) throws(StoreError) -> [Change]
    {
        do throws(GitError) {
            return try repository.inverse(of: commit, on: tip, under: location.prefix)
        } catch  where error.code == .conflict {
            throw .conflict(paths: [error.message])
        } catch {
            throw .git(error)
        }
    }
}
