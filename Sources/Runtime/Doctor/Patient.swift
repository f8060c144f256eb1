import EtudeGit
import EtudeStore

/// The memory that the doctor looks at.
struct Patient: Sendable {
    let location: MemoryLocation
    let surroundings: Surroundings

    var folders: GitFolders { GitFolders(gitFolder: location.gitFolder) }

    /// Runs `body` on the repository, which is opened without finishing what others left half done.
    func examine<Result>(
        _ body: (borrowing Repository) throws(GitError) -> Result
    ) throws(Failure) -> Result {
        do throws(GitError) { return try body(Repository.open(at: location.repository)) } catch {
            throw Failure(error)
        }
    }

    /// The newest commit; nil without one, and where it cannot be read, which is told with the branch.
    var tip: ObjectID? {
        try? examine { repository throws(GitError) in
            try repository.head().commit.map { id throws(GitError) in try repository.commit(id).id }
        }
    }

    /// Finishes or undoes what dead writers began, and drops their locks.
    func settle() throws(Failure) {
        try examine { repository throws(GitError) in
            try repository.settleDeadWriters(waiting: .seconds(2))
        }
    }
}
