/// The difference between two commits at one path.
public struct FileChange: Hashable, Sendable {
    /// Where the file is.
    public let path: TreePath
    /// The file in the older commit; nil when it was added.
    public let before: TreeFile?
    /// The file in the newer commit; nil when it was removed.
    public let after: TreeFile?

    /// Makes a value from its facts.
    public init(path: TreePath, before: TreeFile?, after: TreeFile?) {
        self.path = path
        self.before = before
        self.after = after
    }
}
