import Clibgit2

/// One entry of a tree object: a file or a folder.
struct TreeEntry: Equatable {
    /// The name; what is not UTF-8 is replaced.
    let name: String
    let isUTF8: Bool
    let id: ObjectID
    /// Nil for a folder.
    let mode: TreeFile.Mode?

    var isFolder: Bool { mode == nil }

    init(_ raw: OpaquePointer) {
        let name = git_tree_entry_name(raw)
        self.name = name.map { String(cString: $0) } ?? ""
        isUTF8 = name.flatMap(String.init(validatingCString:)) != nil
        id = ObjectID(git_tree_entry_id(raw).pointee)
        switch git_tree_entry_filemode(raw) {
        case GIT_FILEMODE_TREE: mode = nil
        case GIT_FILEMODE_BLOB_EXECUTABLE: mode = .executable
        case GIT_FILEMODE_LINK: mode = .link
        case GIT_FILEMODE_COMMIT: mode = .submodule
        default: mode = .file
        }
    }

    /// Orders as git does: a folder's name counts as if it ended in a slash.
    func precedes(_ other: TreeEntry) -> Bool {
        var left = name.utf8.makeIterator()
        var right = other.name.utf8.makeIterator()
        while true {
            let (leftByte, rightByte) = (left.next(), right.next())
            guard let leftByte, leftByte == rightByte else {
                return (leftByte ?? ending) < (rightByte ?? other.ending)
            }
        }
    }

    private var ending: UInt8 { isFolder ? UInt8(ascii: "/") : 0 }
}

extension Repository {
    func rootTree(of commit: ObjectID) throws(GitError) -> ObjectID {
        var raw = commit.raw
        let commit: Handle<CommitKind> = try adopt(from: "git_commit_lookup") {
            git_commit_lookup(&$0, self.raw, &raw)
        }
        return ObjectID(git_commit_tree_id(commit.raw).pointee)
    }

    func treeHandle(_ id: ObjectID) throws(GitError) -> Handle<TreeKind> {
        var raw = id.raw
        do throws(GitError) {
            return try adopt(from: "git_tree_lookup") { git_tree_lookup(&$0, self.raw, &raw) }
        } catch {
            throw explained(error)
        }
    }

    /// The entries of one tree in git's order.
    func entries(ofTree id: ObjectID) throws(GitError) -> [TreeEntry] {
        let tree = try treeHandle(id)
        return (0..<git_tree_entrycount(tree.raw)).compactMap {
            git_tree_entry_byindex(tree.raw, $0).map(TreeEntry.init)
        }
    }

    func entry(at path: TreePath, inTree id: ObjectID) throws(GitError) -> TreeEntry? {
        let tree = try treeHandle(id)
        let entry: Handle<TreeEntryKind>? = try adoptIfFound(from: "git_tree_entry_bypath") {
            git_tree_entry_bypath(&$0, tree.raw, path.text)
        }
        guard let entry else { return nil }
        return TreeEntry(entry.raw)
    }
}
