public import EtudeGit

/// Where a memory lies: the top of a repository, or a folder of one.
public struct MemoryLocation: Hashable, Sendable {
    /// The folder of the memory.
    public let folder: String
    /// The top of the repository that holds it.
    public let repository: String
    /// The memory's folder as a path of the repository; nil at its top.
    public let prefix: TreePath?
    /// The repository's `.git`, where links are followed.
    public let gitFolder: String

    /// Finds the repository that holds `folder`; looks at files alone and opens nothing.
    public init(folder: String) throws(StoreError) {
        let resolved = Repository.resolved(folder)
        guard let top = Repository.top(containing: resolved),
            let gitFolder = TipReader.gitFolder(ofTop: top)
        else { throw .notARepository(folder: folder) }
        self.folder = resolved
        self.gitFolder = gitFolder
        repository = top
        if resolved == top {
            prefix = nil
        } else {
            let inside = String(
                Substring(resolved.utf8.dropFirst(top == "/" ? 1 : top.utf8.count + 1)))
            guard let path = TreePath(inside) else { throw .badPath(inside) }
            prefix = path
        }
    }

    /// Whether so many objects lie loose that git would pack them.
    public var hasManyLooseObjects: Bool {
        Repository.hasManyLooseObjects(inCommonFolder: TipReader.commonFolder(of: gitFolder))
    }

    /// The folder of what is derived from the memory, beside git's own files.
    public var derivedFolder: String { TipReader.commonFolder(of: gitFolder) + "/etude" }

    /// A file name for something derived from this memory, apart from other memories of the repository.
    public func derivedFile(_ name: String) -> String {
        let suffix = prefix.map { "-" + Self.oneName($0.text) } ?? ""
        return "\(derivedFolder)/\(name)\(suffix)"
    }

    /// A path as one file name; different paths have different ones.
    private static func oneName(_ path: String) -> String {
        path.replacing("%", with: "%25").replacing("/", with: "%2F")
    }

    /// A path of the memory as one of the repository.
    func treePath(_ path: String) throws(StoreError) -> TreePath {
        guard let inside = TreePath(path) else { throw .badPath(path) }
        guard let prefix else { return inside }
        guard let whole = TreePath("\(prefix.text)/\(inside.text)") else { throw .badPath(path) }
        return whole
    }

    /// A path of the repository as one of the memory; nil outside it.
    public func memoryPath(_ path: TreePath) -> String? {
        guard let prefix else { return path.text }
        return path.isBelow(prefix)
            ? String(Substring(path.text.utf8.dropFirst(prefix.text.utf8.count + 1))) : nil
    }
}
