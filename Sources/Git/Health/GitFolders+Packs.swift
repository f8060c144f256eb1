extension GitFolders {
    /// Returns the packs that are not what their sums say, by their full paths.
    ///
    /// Reads all of every pack.
    public func damagedPacks() throws(GitError) -> [String] {
        guard let packs = try objects()?.subfolder("pack") else { return [] }
        var damaged: [String] = []
        for name in try packs.names().sorted() where name.hasSuffix(".pack") {
            // One that is gone by now was packed into another.
            if try SHA1.sumHolds(of: name, in: packs) == false {
                damaged.append("\(packs.path)/\(name)")
            }
        }
        return damaged
    }

    /// Returns the packs without an index, which git does not read, by their full paths.
    public func packsWithoutIndex() throws(GitError) -> [String] {
        guard let packs = try objects()?.subfolder("pack") else { return [] }
        let names = Set(try packs.names())
        return names.filter { name in
            name.hasPrefix("pack-") && name.hasSuffix(".pack")
                && !names.contains(name.dropLast(".pack".count) + ".idx")
        }.sorted().map { "\(packs.path)/\($0)" }
    }

    /// Returns the files that git derives from packs and commits and that are not what their sums
    /// say, by their full paths.
    public func damagedSummaries() throws(GitError) -> [String] {
        try summaries { folder, name throws(GitError) in
            try SHA1.sumHolds(of: name, in: folder) == false ? "\(folder.path)/\(name)" : nil
        }
    }

    /// Puts them aside; git makes them anew when it packs next, and does without until then.
    ///
    /// - Returns: Where they are kept.
    public func putDamagedSummariesAside() throws(GitError) -> [String] {
        var kept: [String] = []
        try alone { state throws(GitError) in
            kept = try summaries { folder, name throws(GitError) in
                guard try SHA1.sumHolds(of: name, in: folder) == false else { return nil }
                let path = try SavedFile.keep(name, of: folder, as: name, in: state)
                try folder.removeFile(name)
                return path
            }
        }
        return kept
    }

    private static let summaries = [
        ("pack", PackIndexes.ofSeveralPacks), ("info", "commit-graph"),
    ]

    /// Calls `body` with each that is there.
    private func summaries(
        _ body: (borrowing Folder, String) throws(GitError) -> String?
    ) throws(GitError) -> [String] {
        var results: [String] = []
        guard let objects = try Folder.open(common).subfolder("objects") else { return [] }
        for (holder, name) in Self.summaries {
            guard let folder = try objects.subfolder(holder), try folder.status(of: name) != nil,
                let result = try body(folder, name)
            else { continue }
            results.append(result)
        }
        return results
    }

    /// The folder of the objects, which may be a link to another; nil when there is none.
    private func objects() throws(GitError) -> Folder? {
        let path = "\(common)/objects"
        return Repository.isThere(path) ? try Folder.open(path) : nil
    }
}
