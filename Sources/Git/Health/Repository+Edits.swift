extension Repository {
    /// Returns the files of a commit whose work files are missing or hold something else, sorted.
    ///
    /// Reads every work file, or only those below a folder; nothing is wrong with them, for they are
    /// a person's edits.
    public func edits(
        since commit: ObjectID, under folder: TreePath? = nil
    ) throws(GitError) -> (changed: [TreePath], missing: [TreePath]) {
        let work = try Folder.open(workingFolder)
        var (changed, missing): ([TreePath], [TreePath]) = ([], [])
        for file in try files(under: folder, in: commit) where file.isRegular {
            do throws(GitError) {
                let parent = try WorkFile(file.path).parent(in: work)
                guard let bytes = try parent?.bytes(of: file.path.name) else {
                    missing.append(file.path)
                    continue
                }
                guard ObjectID.hash(ofBlob: bytes) != file.id,
                    try idAsStored(bytes, at: file.path) != file.id
                else { continue }
                changed.append(file.path)
            } catch {
                // A link, or a folder, is in its place, or it may not be read.
                changed.append(file.path)
            }
        }
        return (changed, missing)
    }
}
