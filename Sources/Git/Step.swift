/// The state of one path: a blob and its mode; a missing file is no version.
struct FileVersion: Hashable {
    let id: ObjectID
    let mode: TreeFile.Mode

    var isRegular: Bool { mode == .file || mode == .executable }
}

/// What one publication does to one path.
struct Step: Hashable {
    let path: TreePath
    let before: FileVersion?
    let after: FileVersion?
    /// False when the working folder holds the new bytes already, so that undoing must keep them.
    var ownsWorkFile = true

    /// Whether `version` is one that this step leads from or to.
    func knows(_ version: FileVersion?) -> Bool { knows(id: version?.id) }

    func knows(id: ObjectID?) -> Bool { id == before?.id || id == after?.id }
}
