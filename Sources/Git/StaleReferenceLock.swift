/// The lock file of a reference whose writer died.
enum StaleReferenceLock {
    private static let observation = Duration.milliseconds(300)
    /// How long after its journal a writer may make its lock, in seconds.
    private static let longestWay = 10

    /// Removes the lock of the reference that a dead writer was moving, if that writer made it.
    ///
    /// Such a lock holds the commit of the journal, or nothing yet. One that git holds names another
    /// commit; some of git's commands hold an empty one, so that an empty one has to be as old as the
    /// journal too.
    static func remove(
        of journal: Journal, in folder: String, _ state: borrowing Folder
    ) throws(GitError) {
        guard let path = TreePath(journal.reference), let parent = path.parent else { return }
        guard let folder = try WorkFile(path).parent(in: Folder.open(folder)) else { return }
        let name = path.name + ".lock"
        guard parent.text.hasPrefix("refs"), let first = try folder.status(of: name),
            try isMade(name, in: folder, for: journal, state)
        else { return }
        Backoff.sleep(observation)
        guard let second = try folder.status(of: name), first.isSameFile(as: second),
            try isMade(name, in: folder, for: journal, state)
        else { return }
        try folder.removeFile(name)
    }

    private static func isMade(
        _ name: String, in folder: borrowing Folder, for journal: Journal,
        _ state: borrowing Folder
    ) throws(GitError) -> Bool {
        guard let bytes = try folder.bytes(of: name) else { return false }
        guard bytes.isEmpty else {
            return journal.commit.map { "\($0)\n".utf8.elementsEqual(bytes) } == true
        }
        guard let made = try folder.status(of: name)?.changedSeconds,
            let begun = try JournalFile.time(in: state)
        else { return false }
        return (begun...begun + longestWay).contains(made)
    }
}
