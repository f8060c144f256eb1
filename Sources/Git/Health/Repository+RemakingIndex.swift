import Clibgit2

extension Repository {
    /// Makes git's index anew from HEAD if it cannot be read, and keeps the old one aside.
    ///
    /// No work file changes; what was staged is not staged any more.
    ///
    /// - Returns: Where the old index is kept; nil when it could be read after all.
    /// - Throws: A ``GitError``; `.locked` when another program holds the index or writes.
    public func remakeIndex() throws(GitError) -> String? {
        let workspace = try Workspace.open(of: self)
        var backoff = Backoff(limit: GitFolders.patience)
        return try ProcessLock.holding(in: workspace.shared, &backoff) {
            backoff throws(GitError) in
            try IndexLock.takeOver(in: workspace, &backoff)
            do throws(GitError) {
                let kept = try remakeIndex(in: workspace)
                try IndexLock.drop(in: workspace)
                return kept
            } catch {
                try? IndexLock.drop(in: workspace)
                throw error
            }
        }
    }

    private func remakeIndex(in workspace: borrowing Workspace) throws(GitError) -> String? {
        do throws(GitError) {
            try checkIndex()
            return nil
        } catch {
            guard error.code == .damaged else { throw error }
        }
        let name = IndexUpdate.name
        let kept = try SavedFile.keep(name, of: workspace.git, as: name, in: workspace.state)
        try makeIndexOfHead(in: workspace)
        // Only now: what tells whether a work file is as committed reads the index too.
        try noteWorkFiles(in: workspace)
        return kept
    }

    /// Puts HEAD's index in the place of the old one; git would have to read every file.
    private func makeIndexOfHead(in workspace: borrowing Workspace) throws(GitError) {
        let draft = IndexUpdate.draftName
        let permissions = try workspace.git.status(of: IndexUpdate.name)?.permissions
        try workspace.state.write(
            IndexFile().parts(), to: draft, permissions: permissions, .durable)
        if let head = try head().commit {
            try workspace.state.removeFile(IndexUpdate.draftLockName)
            try write(rootTree(of: head), toIndex: "\(workspace.state.path)/\(draft)")
        }
        try workspace.state.move(draft, to: workspace.git, as: IndexUpdate.name)
    }

    /// Notes which work files are as committed, which spares git reading them.
    private func noteWorkFiles(in workspace: borrowing Workspace) throws(GitError) {
        var update = try IndexUpdate.start(in: workspace, indexCache)
        guard let start = try workspace.git.status(of: IndexUpdate.name) else { return }
        for position in update.file.starts.indices {
            let name = String(decoding: update.file.path(of: position), as: UTF8.self)
            guard let path = TreePath(name), let version = update.file.version(at: path),
                let status = try? WorkFile(path).status(in: workspace), status.isFile,
                case .file(version.id) = try WorkFile(path).state(
                    in: workspace, of: self, known: [version.id])
            else { continue }
            update.file.note(status, at: position)
        }
        update.file.distrustFiles(changedSince: start.modified)
        try update.write(in: workspace)
        try IndexUpdate.publish(in: workspace)
    }

    private func write(_ tree: ObjectID, toIndex path: String) throws(GitError) {
        let tree = try treeHandle(tree)
        let index: Handle<IndexKind> = try adopt(from: "git_index_open") {
            git_index_open(&$0, path)
        }
        try check(git_index_read_tree(index.raw, tree.raw), "git_index_read_tree")
        try check(git_index_write(index.raw), "git_index_write")
    }
}
