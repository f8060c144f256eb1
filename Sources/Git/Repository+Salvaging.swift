/// What of a commit can be read.
public struct ReadableFiles: Sendable {
    /// The files whose names can be read; what they hold may be damaged.
    public fileprivate(set) var files: [TreeFile] = []
    /// The folders that cannot be read, and why.
    public fileprivate(set) var damagedFolders: [(path: TreePath, id: ObjectID, error: GitError)] =
        []
}

extension Repository {
    /// Returns all files of a commit but those in folders that cannot be read.
    ///
    /// With a folder, only the files below it. Names that ``TreePath`` refuses are left out.
    ///
    /// - Throws: A ``GitError`` when the commit itself or its top folder cannot be read.
    public func readableFiles(
        under folder: TreePath? = nil, in commit: ObjectID
    ) throws(GitError) -> ReadableFiles {
        var found = ReadableFiles()
        let root = try rootTree(of: commit)
        guard let folder else {
            try gather(root, below: nil, into: &found)
            return found
        }
        if let entry = try entry(at: folder, inTree: root), entry.isFolder {
            try gather(entry.id, below: folder, into: &found)
        }
        return found
    }

    private func gather(
        _ tree: ObjectID, below folder: TreePath?, into found: inout ReadableFiles
    ) throws(GitError) {
        for entry in try entries(ofTree: tree) where entry.isUTF8 {
            guard let path = folder.map({ $0.appending(entry.name) }) ?? TreePath(entry.name) else {
                continue
            }
            if let mode = entry.mode {
                found.files.append(TreeFile(path: path, id: entry.id, mode: mode))
                continue
            }
            do throws(GitError) { try gather(entry.id, below: path, into: &found) } catch {
                found.damagedFolders.append((path, entry.id, error))
            }
        }
    }

    /// Returns the commits that the branch named, newest first, as far as its history and its log tell.
    ///
    /// The log is followed back to where somebody undid something, which shall not come again.
    public func latestTips(limit: Int) -> [ObjectID] {
        var tips: [ObjectID] = []
        var next = try? head().commit
        while let tip = next, tips.count < limit {
            tips.append(tip)
            next = try? commit(tip).parents.first
        }
        for line in branchLog.lines where tips.count < 2 * limit {
            if !tips.contains(line.commit) { tips.append(line.commit) }
            if !line.onlyAdds { break }
        }
        return tips
    }

    private var branchLog: ReferenceLog {
        guard let branch = try? checkedOutBranch(), let common = try? Folder.open(commonFolder),
            let bytes = try? Self.bytes(of: "logs/" + branch, in: common)
        else { return ReferenceLog([]) }
        return ReferenceLog(bytes)
    }
}
