#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// git's own lock of the index, taken by linking a file that stays and says whose it is.
///
/// Used only while ``ProcessLock`` is held, so a lock with our mark that we did not take ourselves
/// belongs to a dead process.
enum IndexLock {
    static let name = "index.lock"
    static let markerName = "marker"
    static let mark = "etude process "

    /// Takes the lock.
    ///
    /// - Throws: A ``GitError`` with the code `.locked`, naming the lock, when another program
    ///   holds it.
    static func take(in workspace: borrowing Workspace) throws(GitError) {
        // Later ones are written over it, and a power cut leaves one or the other.
        let isNew = try workspace.state.status(of: markerName) == nil
        try workspace.state.overwrite(
            marker, in: markerName, isNew ? workspace.durability : .relaxed)
        do throws(GitError) {
            try workspace.state.link(markerName, to: workspace.git, as: name)
        } catch {
            throw error.isSystem(EEXIST) ? busy(workspace) : error
        }
    }

    /// Of one length, to be written over another.
    private static var marker: [UInt8] {
        let text = mark + "\(getpid())"
        let padding = String(repeating: " ", count: max(0, markerLength - text.utf8.count))
        return Array((text + padding + "\n").utf8)
    }

    private static let markerLength = 30

    /// Takes the lock over from a dead process, or waits while another program holds it.
    static func takeOver(
        in workspace: borrowing Workspace, _ backoff: inout Backoff
    ) throws(GitError) {
        while true {
            do throws(GitError) {
                guard try !isOurs(in: workspace) else { return }
                return try take(in: workspace)
            } catch {
                guard error.code == .locked, backoff.pause() else { throw error }
            }
        }
    }

    /// Drops the lock; leaves a lock of another program alone.
    static func drop(in workspace: borrowing Workspace) throws(GitError) {
        if try isOurs(in: workspace) { try workspace.git.removeFile(name) }
    }

    /// Returns whether the index is locked with our mark.
    static func isOurs(in workspace: borrowing Workspace) throws(GitError) -> Bool {
        try workspace.git.bytes(of: name)?.starts(with: mark.utf8) ?? false
    }

    private static func busy(_ workspace: borrowing Workspace) -> GitError {
        GitError(
            code: .locked, function: "linkat",
            message: "another git program holds '\(workspace.git.path)/\(name)'")
    }
}
