/// What is to be committed, as the caller gave it.
struct Publication {
    let changes: [Change]
    let message: String
    let author: Signature
    let committer: Signature
    /// The commit in which the caller read the files; nil when that does not matter.
    let base: ObjectID?

    /// The new bytes by blob.
    private(set) var bytes: [ObjectID: [UInt8]] = [:]

    init(
        _ changes: [Change], message: String, author: Signature, committer: Signature,
        base: ObjectID?
    ) throws(GitError) {
        var seen: Set<TreePath> = []
        for change in changes where !seen.insert(change.path).inserted {
            throw GitError(
                code: .invalid, function: "publish",
                message: "'\(change.path)' is changed twice", paths: [change.path])
        }
        self.changes = changes
        self.message = message
        self.author = author
        self.committer = committer
        self.base = base
        for case .write(_, let bytes) in changes {
            self.bytes[ObjectID.hash(ofBlob: bytes)] = bytes
        }
    }

    /// The files that get new bytes.
    var written: [TreePath] {
        changes.compactMap { if case .write(let path, _) = $0 { path } else { nil } }
    }

    /// Returns what to do on top of `tip`; paths that are as wanted already are left out.
    ///
    /// - Throws: A ``GitError``: `.notFound` when a file to remove is not there, `.stale`,
    ///   `.inTheWay` when the path is a folder, a link or a submodule, `.unchanged`.
    func steps(
        on tip: ObjectID?, in repository: borrowing Repository
    ) throws(GitError) -> [Step] {
        var steps: [Step] = []
        for change in changes {
            let step = try step(for: change, on: tip, in: repository)
            if step.before != step.after { steps.append(step) }
        }
        guard !steps.isEmpty else {
            throw GitError(
                code: .unchanged, function: "publish", message: "there is nothing to commit")
        }
        return steps
    }

    private func step(
        for change: Change, on tip: ObjectID?, in repository: borrowing Repository
    ) throws(GitError) -> Step {
        let path = change.path
        let before = try Self.version(at: path, in: tip, of: repository)
        if let base, try Self.version(at: path, in: base, of: repository) != before {
            throw GitError(
                code: .stale(path), function: "publish",
                message: "'\(path)' was committed to since \(base.short)", paths: [path])
        }
        switch change {
        case .write(_, let bytes):
            let mode = before?.mode ?? .file
            guard mode == .file || mode == .executable else { throw .inTheWay(path) }
            let after = FileVersion(id: ObjectID.hash(ofBlob: bytes), mode: mode)
            return Step(path: path, before: before, after: after)
        case .remove:
            guard before != nil else { throw Self.missing(path) }
            return Step(path: path, before: before, after: nil)
        }
    }

    /// The file at a path; links and submodules are refused where they would be written.
    static func version(
        at path: TreePath, in commit: ObjectID?, of repository: borrowing Repository
    ) throws(GitError) -> FileVersion? {
        guard let commit, let file = try repository.file(at: path, in: commit) else { return nil }
        return FileVersion(id: file.id, mode: file.mode)
    }

    private static func missing(_ path: TreePath) -> GitError {
        GitError(
            code: .notFound, function: "publish", message: "there is no '\(path)' to remove",
            paths: [path])
    }
}
