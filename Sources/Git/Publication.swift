/// What is to be committed, as the caller gave it: commits, one on top of the other.
struct Publication {
    let drafts: [CommitDraft]
    /// The commit in which the caller read the files; nil when that does not matter.
    let base: ObjectID?

    /// The new bytes by blob.
    private(set) var bytes: [ObjectID: [UInt8]] = [:]

    init(_ drafts: [CommitDraft], base: ObjectID?) throws(GitError) {
        self.drafts = drafts
        self.base = base
        for draft in drafts {
            var seen: Set<TreePath> = []
            for change in draft.changes where !seen.insert(change.path).inserted {
                throw GitError(
                    code: .invalid, function: "publish",
                    message: "'\(change.path)' is changed twice", paths: [change.path])
            }
            for case .write(_, let bytes) in draft.changes {
                self.bytes[ObjectID.hash(ofBlob: bytes)] = bytes
            }
        }
    }

    /// The files that get new bytes.
    var written: [TreePath] {
        drafts.flatMap(\.changes).compactMap {
            if case .write(let path, _) = $0 { path } else { nil }
        }
    }

    /// Returns what each draft does on top of `tip` and those before it; paths that are as wanted
    /// already are left out.
    ///
    /// - Throws: A ``GitError``: `.notFound` when a file to remove is not there, `.stale`,
    ///   `.inTheWay` when the path is a folder, a link or a submodule, `.unchanged` when a draft
    ///   changes nothing.
    func steps(
        on tip: ObjectID?, in repository: borrowing Repository
    ) throws(GitError) -> [[Step]] {
        var changed: [TreePath: FileVersion?] = [:]
        var plan: [[Step]] = []
        for draft in drafts {
            var steps: [Step] = []
            for change in draft.changes {
                let before: FileVersion?
                if let version = changed[change.path] {
                    before = version
                } else {
                    before = try version(at: change.path, on: tip, in: repository)
                }
                let step = try Self.step(for: change, from: before)
                if step.before != step.after { steps.append(step) }
            }
            guard !steps.isEmpty else {
                throw GitError(
                    code: .unchanged, function: "publish", message: "there is nothing to commit")
            }
            for step in steps { changed[step.path] = .some(step.after) }
            plan.append(steps)
        }
        return plan
    }

    /// What the drafts do together: of each path, the way from its first version to its last.
    static func together(_ plan: [[Step]]) -> [Step] {
        var order: [TreePath] = []
        var steps: [TreePath: Step] = [:]
        for step in plan.joined() {
            let first = steps[step.path]
            if first == nil { order.append(step.path) }
            steps[step.path] = Step(
                path: step.path, before: first.map(\.before) ?? step.before, after: step.after)
        }
        return order.compactMap { steps[$0] }.filter { $0.before != $0.after }
    }

    /// The file at a path at the tip, where the caller's base has the same.
    private func version(
        at path: TreePath, on tip: ObjectID?, in repository: borrowing Repository
    ) throws(GitError) -> FileVersion? {
        let version = try Self.version(at: path, in: tip, of: repository)
        if let base, try Self.version(at: path, in: base, of: repository) != version {
            throw GitError(
                code: .stale(path), function: "publish",
                message: "'\(path)' was committed to since \(base.short)", paths: [path])
        }
        return version
    }

    private static func step(
        for change: Change, from before: FileVersion?
    ) throws(GitError) -> Step {
        let path = change.path
        switch change {
        case .write(_, let bytes):
            let mode = before?.mode ?? .file
            guard mode == .file || mode == .executable else { throw .inTheWay(path) }
            let after = FileVersion(id: ObjectID.hash(ofBlob: bytes), mode: mode)
            return Step(path: path, before: before, after: after)
        case .remove:
            guard before != nil else { throw missing(path) }
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
