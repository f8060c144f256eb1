/// The lock file of a reference whose writer died.
enum StaleReferenceLock {
    private static let observation = Duration.milliseconds(300)

    /// Removes the lock of `reference` if it stays the same file for a while.
    ///
    /// Called only when a dead writer's journal names the reference. git itself holds such a lock
    /// for a moment, and the file is another one the next time.
    static func remove(of reference: String, in folder: String) throws(GitError) {
        guard let path = TreePath(reference), let parent = path.parent else { return }
        guard let folder = try WorkFile(path).parent(in: Folder.open(folder)) else { return }
        let name = path.name + ".lock"
        guard parent.text.hasPrefix("refs"), let first = try folder.status(of: name) else { return }
        Backoff.sleep(observation)
        guard let second = try folder.status(of: name), first.isSameFile(as: second) else { return }
        try folder.removeFile(name)
    }
}
