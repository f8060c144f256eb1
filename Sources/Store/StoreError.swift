public import EtudeDocuments
public import EtudeDomain
public import EtudeGit

/// Why the memory could not be read or written.
public enum StoreError: Error, Hashable, Sendable {
    /// The folder does not exist or holds no charter.
    case notAMemory(folder: String)
    /// The folder is a repository without a working folder.
    case bare(folder: String)
    /// No git repository holds the folder.
    case notARepository(folder: String)
    /// The branch has no commit yet, so that there is no memory to read.
    case unborn(branch: String)
    /// The charter is of a version that this program does not know.
    case newerFormat(version: Int, path: String)
    /// The charter cannot be read, so that nothing may be learned.
    case charter(EntryProblem)
    /// No revision has this name.
    case noRevision(String)
    /// An entry could not be written in the form of the memory.
    case unwritable(path: String, DocumentProblem)
    /// The text cannot be a path inside a memory.
    case badPath(String)
    /// There is no such strategy at this revision.
    case noStrategy(EntryID)
    /// The skill exists already.
    case skillExists(SkillPath)
    /// There is no such skill.
    case noSkill(SkillPath, suggestion: SkillPath?)
    /// The commits to take back and later ones changed the same lines.
    case conflict(paths: [String])
    /// The commit changed nothing in this memory.
    case nothingToRevert(ObjectID)
    /// Reading took longer than the caller could wait.
    case late(Duration)
    /// The git layer failed.
    case git(GitError)
}

/// Runs `body`, and states a failure of the git layer as the store's.
func storing<Result: ~Copyable>(
    _ body: () throws(GitError) -> Result
) throws(StoreError) -> Result {
    do { return try body() } catch { throw .git(error) }
}
