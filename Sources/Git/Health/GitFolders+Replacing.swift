#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

extension GitFolders {
    /// Replaces a file of git's under git's own lock, and keeps the old one aside; while the process
    /// lock is held.
    ///
    /// A lock that is our draft by another name is left of a process that died at this.
    func replace(
        _ name: String, of folder: borrowing Folder, label: String, with text: String,
        _ state: borrowing Folder
    ) throws(GitError) -> String? {
        let (draft, lock) = ("reference.new", name + Self.lockSuffix)
        if let left = try state.status(of: draft),
            try folder.status(of: lock)?.isSameFile(as: left) == true
        {
            try folder.removeFile(lock)
        }
        try state.write(Array(text.utf8), to: draft, .durable)
        defer { try? state.removeFile(draft) }
        do throws(GitError) { try state.link(draft, to: folder, as: lock) } catch {
            guard error.isSystem(EEXIST) else { throw error }
            throw GitError(
                code: .locked, function: "linkat",
                message: "another git program holds '\(folder.path)/\(lock)'")
        }
        do throws(GitError) {
            let kept = try SavedFile.keep(name, of: folder, as: label, in: state)
            try folder.move(lock, to: folder, as: name)
            try folder.sync()
            return kept
        } catch {
            try? folder.removeFile(lock)
            throw error
        }
    }
}
