#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

extension GitFolders {
    /// Replaces a file of git's under git's own lock, and keeps the old one aside.
    func replace(
        _ name: String, of folder: borrowing Folder, label: String, with text: String,
        _ state: borrowing Folder
    ) throws(GitError) -> String? {
        let (draft, lock) = ("reference.new", name + Self.lockSuffix)
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
