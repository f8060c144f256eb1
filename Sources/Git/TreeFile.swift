import Clibgit2

/// One file of a commit.
public struct TreeFile: Hashable, Sendable {
    /// How git treats the bytes of a file.
    public enum Mode: UInt32, Hashable, Sendable {
        /// A plain file.
        case file = 0o100644
        /// A file that may be run.
        case executable = 0o100755
        /// A symbolic link; its blob holds the target.
        case link = 0o120000
        /// A commit of another repository; its id is not a blob.
        case submodule = 0o160000
    }

    /// Where the file is.
    public let path: TreePath
    /// The blob that holds its bytes.
    public let id: ObjectID
    /// How git treats the bytes.
    public let mode: Mode

    /// Makes a value from its facts.
    public init(path: TreePath, id: ObjectID, mode: Mode) {
        self.path = path
        self.id = id
        self.mode = mode
    }

    /// Whether it is a file of bytes, not a link or a submodule.
    public var isRegular: Bool { mode == .file || mode == .executable }
}
