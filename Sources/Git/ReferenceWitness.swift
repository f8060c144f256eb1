/// Sees whether a reference has moved where its file can no longer be opened.
///
/// A reference moves by a rename, so that another file has its name afterwards; looking at that takes
/// no more than the folder, which is opened before.
struct ReferenceWitness: ~Copyable {
    private let folder: Folder?
    private let name: String
    private let before: FileStatus?

    private init(_ folder: consuming Folder?, _ name: String, _ before: FileStatus?) {
        self.folder = folder
        self.name = name
        self.before = before
    }

    /// Looks at a reference before it moves.
    static func of(
        _ reference: String, in common: String
    ) throws(GitError) -> ReferenceWitness {
        guard let path = TreePath(reference),
            let folder = try WorkFile(path).parent(in: Folder.open(common))
        else { return ReferenceWitness(nil, "", nil) }
        let before = try folder.status(of: path.name)
        return ReferenceWitness(folder, path.name, before)
    }

    /// Whether it has moved since; false when that cannot be told.
    var hasMoved: Bool {
        guard let now = try? folder?.status(of: name) else { return false }
        return before.map { !now.isSameFile(as: $0) } ?? true
    }
}
