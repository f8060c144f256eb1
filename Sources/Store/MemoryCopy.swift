public import EtudeGit

/// A copy of a memory in a repository of its own, which can be put at any of its revisions.
///
/// It borrows the objects of the original, and nothing done in it reaches the original.
public actor MemoryCopy {
    /// The folder of the copied memory.
    public nonisolated let folder: String
    private let repository: Repository

    init(_ repository: consuming sending Repository, folder: String) {
        self.repository = repository
        self.folder = folder
    }

    /// Puts the copy at a revision; what was changed in it is lost.
    public func checkOut(_ revision: ObjectID) throws(StoreError) {
        try storing { () throws(GitError) in try repository.checkOut(revision) }
    }
}

extension MemoryStore {
    /// Copies the memory into an empty folder.
    public func copy(to path: String) throws(StoreError) -> MemoryCopy {
        do throws(GitError) {
            return MemoryCopy(
                try repository.lend(to: path),
                folder: location.prefix.map { "\(path)/\($0)" } ?? path)
        } catch {
            throw .git(error)
        }
    }
}
