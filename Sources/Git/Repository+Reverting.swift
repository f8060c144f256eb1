import Clibgit2

extension Repository {
    /// Returns the changes that take back what `commit` did, on top of `tip`; writes nothing.
    ///
    /// Where a file still is as the commit left it, it becomes what it was before. Where it changed
    /// since, the two are merged line by line. Files that are back already need no change, so the
    /// result may be empty.
    ///
    /// - Parameters:
    ///   - commit: A commit with one parent or none.
    ///   - tip: The commit to build on.
    ///   - folder: Only files below this folder, or the file itself; nil means all.
    /// - Returns: What to publish, in git's order.
    /// - Throws: A ``GitError``: `.conflict` when later commits changed the same lines, with every
    ///   such file in ``GitError/paths``; `.mergeCommit`; `.unsupported` when a link, a submodule
    ///   or an executable file would have to come back.
    public func inverse(
        of commit: ObjectID, on tip: ObjectID, under folder: TreePath? = nil
    ) throws(GitError) -> [Change] {
        let parents = try self.commit(commit).parents
        guard parents.count < 2 else {
            throw GitError(
                code: .mergeCommit, function: "inverse",
                message: "\(commit.short) is a merge commit")
        }
        var conflicts: [TreePath] = []
        var changes: [Change] = []
        for change in try self.changes(from: parents.first, to: commit, under: folder) {
            switch try inverse(of: change, given: file(at: change.path, in: tip)) {
            case .none: continue
            case .change(let change): changes.append(change)
            case .conflict: conflicts.append(change.path)
            }
        }
        guard conflicts.isEmpty else { throw Self.conflict(conflicts, commit) }
        return changes
    }

    private func inverse(
        of change: FileChange, given current: TreeFile?
    ) throws(GitError) -> Inverse {
        guard current?.id != change.before?.id else { return .none }
        if current?.id == change.after?.id {
            return .change(try restoring(change.before, at: change.path))
        }
        guard let before = change.before, let after = change.after, let current else {
            return .conflict
        }
        guard before.isRegular, after.isRegular, current.isRegular else { return .conflict }
        return try merge(before, after, current)
    }

    private func restoring(_ file: TreeFile?, at path: TreePath) throws(GitError) -> Change {
        guard let file else { return .remove(path) }
        guard file.mode == .file else { throw .unsupported(.specialFile(path)) }
        return .write(path, try blob(file.id))
    }

    /// Applies the way from `after` back to `before` to the current file.
    private func merge(
        _ before: TreeFile, _ after: TreeFile, _ current: TreeFile
    ) throws(GitError) -> Inverse {
        let bytes = try mergedBytes(
            ancestor: blob(after.id), ours: blob(current.id), theirs: blob(before.id))
        guard let bytes else { return .conflict }
        guard ObjectID.hash(ofBlob: bytes) != current.id else { return .none }
        return .change(.write(current.path, bytes))
    }

    private static func conflict(_ paths: [TreePath], _ commit: ObjectID) -> GitError {
        let names = paths.map { "'\($0)'" }.joined(separator: ", ")
        return GitError(
            code: .conflict, function: "inverse",
            message: "later commits changed what \(commit.short) did in \(names)", paths: paths)
    }
}

/// What taking back a commit means for one file.
private enum Inverse {
    case none
    case change(Change)
    case conflict
}
