#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

extension WorkFile {
    /// Opens the folder that holds the file; nil when it does not exist.
    ///
    /// - Throws: A ``GitError`` with the code `.inTheWay` when something on the way is no folder,
    ///   or a symbolic link to one.
    func parent(in top: borrowing Folder) throws(GitError) -> Folder? {
        try descend(from: top) { folder, name throws(GitError) in try folder.subfolder(name) }
    }

    /// Opens the folder that holds the file, making the folders on the way.
    func makeParent(
        in top: borrowing Folder, _ durability: Durability
    ) throws(GitError) -> Folder {
        let made = try descend(from: top) { folder, name throws(GitError) in
            try folder.makeSubfolder(name, durability)
        }
        guard let made else { throw GitError(errno: ENOENT, in: "mkdirat", on: path.text) }
        return made
    }

    /// Removes the folders above the file, deepest first, as long as they are empty.
    func removeEmptyParents(in top: borrowing Folder) throws(GitError) {
        var folder = path.parent
        while let current = folder {
            guard let holder = try WorkFile(current).parent(in: top) else { return }
            guard holder.removeEmptyFolder(current.name) else { return }
            folder = current.parent
        }
    }

    private func descend(
        from top: borrowing Folder,
        _ step: (borrowing Folder, String) throws(GitError) -> Folder?
    ) throws(GitError) -> Folder? {
        var folder = try Folder.open(top.path)
        var reached: TreePath?
        for name in path.components.dropLast() {
            reached = reached.map { $0.appending(name) } ?? TreePath(name)
            do throws(GitError) {
                guard let next = try step(folder, name) else { return nil }
                folder = next
            } catch {
                guard error.isSystem(ENOTDIR, ELOOP, EMLINK), let reached else { throw error }
                throw .inTheWay(reached)
            }
        }
        return folder
    }
}
