extension Repository {
    /// Writes again what the working folder and the index still know of damaged or missing objects.
    ///
    /// Files whose bytes are as they were committed give back their blobs; the index, where nothing
    /// is staged, gives back the trees of the tip. Objects that are sound are left alone.
    ///
    /// - Returns: How many objects were written.
    /// - Throws: A ``GitError``, as when the index cannot be read.
    public func healObjects() throws(GitError) -> Int {
        let work = try Folder.open(workingFolder)
        guard let bytes = try Folder.open(gitFolder).bytes(of: IndexUpdate.name) else { return 0 }
        let entries = try IndexFile(bytes).versions
        let before = objects.written
        for (path, version) in entries where version.isRegular && !isSound(version.id) {
            // A link may lie on the way.
            guard let folder = try? WorkFile(path).parent(in: work) else { continue }
            if let bytes = try folder.bytes(of: path.name),
                ObjectID.hash(ofBlob: bytes) == version.id
            {
                _ = try writeBlob(bytes)
            }
        }
        _ = try writeTree(entries.map { TreeEdit($0.path, $0.version) }, on: nil)
        try objects.sync()
        return objects.written - before
    }

    private func isSound(_ id: ObjectID) -> Bool {
        do throws(GitError) {
            _ = try blob(id)
            return true
        } catch {
            return false
        }
    }
}

extension IndexFile {
    /// What is staged, but for paths that a merge left undecided.
    var versions: [(path: TreePath, version: FileVersion)] {
        starts.indices.compactMap { position in
            guard stage(of: position) == 0,
                let path = TreePath(String(decoding: path(of: position), as: UTF8.self)),
                let version = version(at: path)
            else { return nil }
            return (path, version)
        }
    }
}
