import EtudeGit

extension MemoryStore {
    /// What can be read of a memory that cannot be read as it stands; nil where nothing can.
    ///
    /// Of the newest revision of which anything can be read and the newest whose folders are sound, the one
    /// with more strategies. Looks at a few revisions alone. What is left out is told among the problems.
    public func salvaged() -> MemorySnapshot? {
        var newest: MemorySnapshot?
        for revision in repository.latestTips(limit: Self.salvageLimit) {
            guard let (snapshot, hasAllFolders) = try? salvaged(at: revision) else { continue }
            newest = newest ?? snapshot
            guard hasAllFolders, let best = newest else { continue }
            return snapshot.strategies.count > best.strategies.count ? snapshot : best
        }
        return newest
    }

    /// How many revisions are tried, of the branch's history and of its log each.
    private static let salvageLimit = 16

    private func salvaged(at revision: ObjectID) throws(StoreError) -> (
        snapshot: MemorySnapshot, hasAllFolders: Bool
    ) {
        let readable = try storing { () throws(GitError) in
            try repository.readableFiles(under: location.prefix, in: revision)
        }
        var entries: [String: Entry] = [:]
        for folder in readable.damagedFolders {
            guard let path = location.memoryPath(folder.path) else { continue }
            let problem = EntryProblem(path: path + "/", damage: folder.error)
            entries[path] = Entry(refused: problem, blob: folder.id)
        }
        for file in readable.files {
            guard let path = location.memoryPath(file.path) else { continue }
            do throws(StoreError) { entries[path] = try entry(of: file, at: path) } catch {
                guard case .git(let error) = error else { throw error }
                let problem = EntryProblem(path: path, damage: error)
                entries[path] = Entry(refused: problem, blob: file.id)
            }
        }
        let snapshot = try MemorySnapshot(revision: revision, entries: entries)
        return (snapshot, readable.damagedFolders.isEmpty)
    }
}

extension EntryProblem {
    fileprivate init(path: String, damage: GitError) {
        self.init(path: path, message: damage.message)
    }
}
