import Clibgit2

extension Repository {
    /// Returns the facts of a commit.
    ///
    /// - Throws: A ``GitError`` with the code `.notFound` when there is no such commit.
    public func commit(_ id: ObjectID) throws(GitError) -> Commit {
        var raw = id.raw
        let commit: Handle<CommitKind> = try adopt(from: "git_commit_lookup") {
            git_commit_lookup(&$0, self.raw, &raw)
        }
        let parents = (0..<git_commit_parentcount(commit.raw)).compactMap {
            git_commit_parent_id(commit.raw, $0).map { ObjectID($0.pointee) }
        }
        return Commit(
            id: id, tree: ObjectID(git_commit_tree_id(commit.raw).pointee), parents: parents,
            author: Signature(git_commit_author(commit.raw).pointee),
            committer: Signature(git_commit_committer(commit.raw).pointee),
            message: git_commit_message(commit.raw).map { String(cString: $0) } ?? "")
    }

    /// Returns the bytes of a blob.
    ///
    /// - Throws: A ``GitError`` with the code `.notFound` when there is no such blob.
    public func blob(_ id: ObjectID) throws(GitError) -> [UInt8] {
        let blob = try blobHandle(id)
        let start = git_blob_rawcontent(blob.raw)
        return Array(UnsafeRawBufferPointer(start: start, count: Int(git_blob_rawsize(blob.raw))))
    }

    private func blobHandle(_ id: ObjectID) throws(GitError) -> Handle<BlobKind> {
        var raw = id.raw
        do throws(GitError) {
            return try adopt(from: "git_blob_lookup") { git_blob_lookup(&$0, self.raw, &raw) }
        } catch {
            throw explained(error)
        }
    }

    /// Returns the bytes of a file in a commit; nil when there is no file at `path`.
    ///
    /// A symbolic link counts as a file; its bytes are the target. A submodule does not.
    public func contents(
        of path: TreePath, in commit: ObjectID
    ) throws(GitError) -> [UInt8]? {
        guard let file = try file(at: path, in: commit), file.mode != .submodule else {
            return nil
        }
        return try blob(file.id)
    }

    /// Returns the file at `path` in a commit; nil when there is none or it is a folder.
    public func file(at path: TreePath, in commit: ObjectID) throws(GitError) -> TreeFile? {
        guard let entry = try entry(at: path, inTree: rootTree(of: commit)) else { return nil }
        return entry.mode.map { TreeFile(path: path, id: entry.id, mode: $0) }
    }

    /// Returns all files of a commit in git's order, at any depth.
    ///
    /// With a folder, only the files below it, or the file itself. Names that ``TreePath`` refuses
    /// are left out, and told by ``refusedPaths(under:in:)``.
    public func files(
        under folder: TreePath? = nil, in commit: ObjectID
    ) throws(GitError) -> [TreeFile] {
        try changes(from: nil, to: commit, under: folder).compactMap(\.after)
    }
}
