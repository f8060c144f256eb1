/// One file to write or remove in a commit.
public enum Change: Hashable, Sendable {
    /// Creates the file, or replaces its bytes; a file that may be run stays so.
    case write(TreePath, [UInt8])
    /// Removes the file, and the folders that it leaves empty.
    case remove(TreePath)

    /// The file that changes.
    public var path: TreePath {
        switch self {
        case .write(let path, _), .remove(let path): path
        }
    }
}
