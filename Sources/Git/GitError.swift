/// A git operation that failed or was refused.
public struct GitError: Error, Hashable, Sendable {
    /// What went wrong, for branching on.
    public enum Code: Hashable, Sendable {
        /// The repository, object, reference or path does not exist.
        case notFound
        /// Something of that name exists already.
        case exists
        /// An abbreviated name fits several objects.
        case ambiguous
        /// A path, name or reference that git would not accept.
        case invalid
        /// The repository has no working folder.
        case bareRepository
        /// The branch has no commit yet.
        case unborn
        /// HEAD names a commit, not a branch.
        case detached
        /// Later commits changed the same lines; ``GitError/paths`` names the files.
        case conflict
        /// The commit has several parents, so "what it changed" is not one thing.
        case mergeCommit
        /// Another process holds a lock; the message says who. Trying again later helps.
        case locked
        /// A reference moved between reading and writing it.
        case modified
        /// The file is not what the caller read: somebody committed to it in between.
        case stale(TreePath)
        /// The changes leave every file as it is, so there is nothing to commit.
        case unchanged
        /// Somebody has uncommitted or staged edits in the very file.
        case dirty(TreePath)
        /// Something else sits at this path, where a file or its folder must be written.
        case inTheWay(TreePath)
        /// The repository belongs to another user of the machine; the folder is its top.
        case notOwner(folder: String?)
        /// The repository or a file uses what cannot be handled safely.
        case unsupported(UnsupportedFeature)
        /// A file of git's contradicts itself.
        case damaged
        /// The file of an object is cut short, changed or not what its name says.
        case damagedObject
        /// The index of a pack does not match its sum.
        case damagedPack
        /// A system call failed with this `errno`.
        case system(Int32)
        /// Any other libgit2 status.
        case other(Int32)
    }

    /// What went wrong, for branching on.
    public let code: Code
    /// The function that failed, such as `git_odb_write`.
    public let function: String
    /// An explanation of the single fact, in English.
    public let message: String
    /// The files that the failure is about; empty when it is about none.
    public let paths: [TreePath]

    /// Makes an error from its facts.
    public init(code: Code, function: String, message: String, paths: [TreePath] = []) {
        self.code = code
        self.function = function
        self.message = message
        self.paths = paths
    }
}

extension GitError: CustomStringConvertible {
    /// The message with the failing function and the code.
    public var description: String { "\(message) (\(function), \(code))" }
}

extension GitError {
    static func dirty(_ path: TreePath, function: String = #function) -> GitError {
        GitError(
            code: .dirty(path), function: function,
            message: "'\(path)' has changes that are not committed", paths: [path])
    }

    static func inTheWay(_ path: TreePath, function: String = #function) -> GitError {
        GitError(
            code: .inTheWay(path), function: function,
            message: "something else is in the way at '\(path)'", paths: [path])
    }

    static func damagedObject(_ id: ObjectID, function: String = #function) -> GitError {
        GitError(
            code: .damagedObject, function: function, message: "the object \(id) is damaged")
    }

    static func damagedIndex(_ reason: String) -> GitError {
        GitError(
            code: .damaged, function: "IndexFile", message: "the index is damaged: \(reason)")
    }
}
