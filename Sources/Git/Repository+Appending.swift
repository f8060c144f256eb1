extension Repository {
    /// Adds a commit to a reference off the working folder, such as `refs/etude/traces/ada`.
    ///
    /// The commit's tree holds exactly `files`; its parent is the reference's tip. Neither index
    /// nor work files are touched. Concurrent appends all arrive, one after the other.
    ///
    /// - Parameters:
    ///   - files: Names and bytes; a name may hold slashes.
    ///   - reference: A full name; it is created by the first append.
    ///   - message: The commit's message.
    ///   - author: Who made the commit, also named as committer.
    ///   - waiting: How long to wait for locks in all.
    /// - Returns: The new commit, which is the tip of the reference.
    /// - Throws: A ``GitError``: `.invalid` for a name that git refuses or that occurs twice,
    ///   `.detached`, `.locked`, `.unsupported`.
    public func append(
        _ files: [(name: String, bytes: [UInt8])], to reference: String, message: String,
        author: Signature, waiting: Duration = .seconds(10)
    ) throws(GitError) -> ObjectID {
        try Self.requireSideReference(reference)
        try requireWritable()
        let tree = try writeTree(of: files)
        let workspace = try Workspace.open(of: self)
        var backoff = Backoff(limit: waiting)
        return try ProcessLock.holding(in: workspace.shared, &backoff) {
            backoff throws(GitError) in
            try recover(in: workspace, &backoff)
            while true {
                do throws(GitError) {
                    return try append(tree, to: reference, message, author, workspace)
                } catch {
                    guard error.code == .locked || error.code == .modified else { throw error }
                    // The lock on the reference is somebody else's, and nobody here died.
                    try Journal.takeBack(in: workspace.state)
                    guard backoff.pause() else { throw error }
                }
            }
        }
    }

    private func append(
        _ tree: ObjectID, to reference: String, _ message: String, _ author: Signature,
        _ workspace: borrowing Workspace
    ) throws(GitError) -> ObjectID {
        let parent = try tip(of: reference)
        let commit = try writeCommit(
            tree: tree, parents: parent.map { [$0] } ?? [], author: author, committer: author,
            message: message)
        try objects.sync()
        let recent = try Journal.recentSteps(in: workspace.state)
        try Journal(reference: reference, commit: commit, steps: [], recent: recent)
            .write(in: workspace)
        try move(reference, from: parent, to: commit, log: "append", by: author)
        putBackFreshObjects()
        try Journal.takeBack(in: workspace.state)
        return commit
    }

    private func writeTree(
        of files: [(name: String, bytes: [UInt8])]
    ) throws(GitError) -> ObjectID {
        var edits: [TreePath: TreeEdit] = [:]
        for file in files {
            guard let path = TreePath(file.name), edits[path] == nil else {
                throw GitError(
                    code: .invalid, function: "append",
                    message: "'\(file.name)' is no file name, or occurs twice")
            }
            let blob = try writeBlob(file.bytes)
            edits[path] = TreeEdit(path, FileVersion(id: blob, mode: .file))
        }
        if let tree = try writeTree(Array(edits.values), on: nil) { return tree }
        return try writeEmptyTree()
    }

    private static func requireSideReference(_ reference: String) throws(GitError) {
        try requireName(reference)
        guard reference.hasPrefix("refs/"), !reference.hasPrefix(branchPrefix) else {
            throw GitError(
                code: .invalid, function: "append",
                message: "'\(reference)' is a branch or lies outside refs/")
        }
    }
}
