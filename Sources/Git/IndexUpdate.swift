#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// A new index made beside the current one, while ``IndexLock`` is held.
struct IndexUpdate {
    var file: IndexFile
    private let cache: IndexCache
    static let name = "index"
    static let draftName = "index.new"
    /// libgit2's own lock of the draft, where it writes it.
    static let draftLockName = draftName + ".lock"

    /// Starts from the current index, or from an empty one when there is none.
    ///
    /// - Throws: A ``GitError``: `.damaged`, `.unsupported`.
    static func start(
        in workspace: borrowing Workspace, _ cache: IndexCache
    ) throws(GitError) -> IndexUpdate {
        try removeLeftovers(in: workspace)
        guard let status = try workspace.git.status(of: name) else {
            return IndexUpdate(file: IndexFile(), cache: cache)
        }
        var file = try cache.take(name, in: workspace.git)
        file.distrustFiles(changedSince: status.modified)
        return IndexUpdate(file: file, cache: cache)
    }

    /// Writes the new index beside the old one.
    func write(in workspace: borrowing Workspace) throws(GitError) {
        let parts = file.parts()
        let permissions = try workspace.git.status(of: Self.name)?.permissions
        try workspace.state.write(
            parts, to: Self.draftName, permissions: permissions, workspace.durability)
        cache.keep(
            file, size: parts.reduce(0) { $0 + $1.count },
            sum: parts[parts.count - 1])
    }

    /// Puts the written index in the place of the old one.
    static func publish(in workspace: borrowing Workspace) throws(GitError) {
        do throws(GitError) {
            // A rename over an existing file makes some file systems write to disk at once.
            try workspace.state.exchange(draftName, with: name, in: workspace.git)
        } catch {
            guard error.isSystem(ENOENT, EINVAL, ENOSYS, ENOTSUP) else { throw error }
            try workspace.state.move(draftName, to: workspace.git, as: name)
        }
        try workspace.git.sync(workspace.durability)
        try removeLeftovers(in: workspace)
    }

    /// Removes what a dead process left half-made.
    static func removeLeftovers(in workspace: borrowing Workspace) throws(GitError) {
        try workspace.state.removeFile(draftName)
    }
}
