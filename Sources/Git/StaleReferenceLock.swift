/// The lock file of a reference whose writer died.
enum StaleReferenceLock {
    private static let observation = Duration.milliseconds(300)

    /// Removes the lock of the reference that a dead writer was moving, if that writer made it.
    ///
    /// Such a lock holds the commit of the journal, or nothing yet. One that git holds names another
    /// commit, however long a hook makes it wait, and is empty only for a moment.
    static func remove(of journal: Journal, in folder: String) throws(GitError) {
        guard let path = TreePath(journal.reference), let parent = path.parent else { return }
        guard let folder = try WorkFile(path).parent(in: Folder.open(folder)) else { return }
        let name = path.name + ".lock"
        guard parent.text.hasPrefix("refs"), let first = try folder.status(of: name),
            try isMade(name, in: folder, for: journal.commit)
        else { return }
        Backoff.sleep(observation)
        guard let second = try folder.status(of: name), first.isSameFile(as: second),
            try isMade(name, in: folder, for: journal.commit)
        else { return }
        try folder.removeFile(name)
    }

    private static func isMade(
        _ name: String, in folder: borrowing Folder, for commit: ObjectID?
    ) throws(GitError) -> Bool {
        guard let bytes = try folder.bytes(of: name) else { return false }
        return bytes.isEmpty || commit.map { "\($0)\n".utf8.elementsEqual(bytes) } == true
    }
}
