import Clibgit2

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// A new index made beside the current one, while ``IndexLock`` is held.
struct IndexUpdate: ~Copyable {
    private let handle: Handle<IndexKind>
    private static let name = "index"
    private static let draftName = "index.new"

    /// Starts from the current index, or from an empty one when there is none.
    static func start(in workspace: borrowing Workspace) throws(GitError) -> IndexUpdate {
        try removeLeftovers(in: workspace)
        let current = try workspace.git.status(of: name)
        if current != nil {
            // A second name spares copying: libgit2 writes a new file and renames it.
            try workspace.git.link(name, to: workspace.state, as: draftName)
        }
        let path = workspace.state.path + "/" + draftName
        let handle: Handle<IndexKind> = try adopt(from: "git_index_open") {
            git_index_open(&$0, path)
        }
        let update = IndexUpdate(handle: handle)
        // A rename over an existing file makes some file systems write to disk at once.
        try workspace.state.removeFile(draftName)
        if let current { try update.distrustEntries(since: current) }
        return update
    }

    /// Returns what is staged at a path; nil when nothing is.
    func version(at path: TreePath) -> FileVersion? {
        guard let entry = git_index_get_bypath(handle.raw, path.text, 0) else { return nil }
        guard let mode = TreeFile.Mode(rawValue: entry.pointee.mode) else { return nil }
        return FileVersion(id: ObjectID(entry.pointee.id), mode: mode)
    }

    /// Returns whether a merge left the path undecided.
    func isConflicted(at path: TreePath) -> Bool {
        (1...3).contains { git_index_get_bypath(handle.raw, path.text, $0) != nil }
    }

    /// Returns the staged file that keeps `path` from being one: a parent or something below it.
    func blocker(of path: TreePath) -> TreePath? {
        var folder = path.parent
        while let current = folder {
            if git_index_get_bypath(handle.raw, current.text, 0) != nil { return current }
            folder = current.parent
        }
        var position = 0
        return git_index_find_prefix(&position, handle.raw, path.text + "/") == 0 ? path : nil
    }

    /// Sets the entry of a path.
    ///
    /// The status is that of the work file that holds these bytes; without one, git will look.
    func set(
        _ path: TreePath, _ version: FileVersion, _ status: FileStatus?
    ) throws(GitError) {
        var entry = git_index_entry()
        entry.mode = version.mode.rawValue
        entry.id = version.id.raw
        if let status { Self.fill(&entry, status) }
        let result = path.text.withCString {
            entry.path = $0
            return git_index_add(handle.raw, &entry)
        }
        try check(result, "git_index_add")
    }

    func remove(_ path: TreePath) throws(GitError) {
        _ = try found(git_index_remove(handle.raw, path.text, 0), "git_index_remove")
    }

    /// Writes the new index beside the old one.
    func write() throws(GitError) {
        try check(git_index_write(handle.raw), "git_index_write")
    }

    /// Puts the written index in the place of the old one.
    static func publish(in workspace: borrowing Workspace) throws(GitError) {
        try workspace.state.move(draftName, to: workspace.git, as: name)
    }

    /// Removes what a dead process left half-made.
    static func removeLeftovers(in workspace: borrowing Workspace) throws(GitError) {
        try workspace.state.removeFile(draftName)
        try workspace.state.removeFile(draftName + ".lock")
    }
}

extension IndexUpdate {
    /// Makes git compare the bytes of files that changed when the old index was written or later.
    ///
    /// Their times prove nothing, and the later time of the new index would hide that ("racily
    /// clean" entries; git's documentation, racy-git). A size of zero is git's own sign for it.
    private func distrustEntries(since index: FileStatus) throws(GitError) {
        let limit = index.modified
        for position in 0..<git_index_entrycount(handle.raw) {
            guard let raw = git_index_get_byindex(handle.raw, position) else { continue }
            let time = raw.pointee.mtime
            let seconds = Int32(truncatingIfNeeded: limit.tv_sec)
            guard time.seconds >= seconds, raw.pointee.file_size != 0 else { continue }
            guard time.seconds > seconds || Int(time.nanoseconds) >= limit.tv_nsec else { continue }
            var entry = raw.pointee
            entry.file_size = 0
            try check(git_index_add(handle.raw, &entry), "git_index_add")
        }
    }

    /// Copies what git compares to see that a file has not changed; git keeps 32 bits of each.
    private static func fill(_ entry: inout git_index_entry, _ status: FileStatus) {
        let raw = status.raw
        entry.ctime = time(status.changed)
        entry.mtime = time(status.modified)
        entry.dev = UInt32(truncatingIfNeeded: raw.st_dev)
        entry.ino = UInt32(truncatingIfNeeded: raw.st_ino)
        entry.uid = raw.st_uid
        entry.gid = raw.st_gid
        entry.file_size = UInt32(truncatingIfNeeded: raw.st_size)
    }

    private static func time(_ time: timespec) -> git_index_time {
        git_index_time(
            seconds: Int32(truncatingIfNeeded: time.tv_sec),
            nanoseconds: UInt32(truncatingIfNeeded: time.tv_nsec))
    }
}
