/// Finds the files in which two trees differ; skips equal subtrees without reading them.
struct TreeComparison {
    private(set) var changes: [FileChange] = []
    /// The names that ``TreePath`` refuses, with the folders that lead to them.
    private(set) var refused: [String] = []

    /// Compares the files below `folder`; nil stands for an empty tree.
    mutating func compare(
        _ before: ObjectID?, _ after: ObjectID?, below folder: TreePath?,
        in repository: borrowing Repository
    ) throws(GitError) {
        guard before != after else { return }
        let old = try before.map { id throws(GitError) in try repository.entries(ofTree: id) } ?? []
        let new = try after.map { id throws(GitError) in try repository.entries(ofTree: id) } ?? []
        var position = (old: 0, new: 0)
        while position.old < old.count || position.new < new.count {
            let left = position.old < old.count ? old[position.old] : nil
            let right = position.new < new.count ? new[position.new] : nil
            let pair = Self.aligned(left, right)
            if pair.left != nil { position.old += 1 }
            if pair.right != nil { position.new += 1 }
            try compareEntries(pair.left, pair.right, below: folder, in: repository)
        }
    }

    /// Compares two entries of one name, of which one may be missing.
    mutating func compareEntries(
        _ before: TreeEntry?, _ after: TreeEntry?, below folder: TreePath?,
        in repository: borrowing Repository
    ) throws(GitError) {
        guard before != after, let name = (before ?? after)?.name else { return }
        guard before?.isUTF8 ?? true, after?.isUTF8 ?? true,
            let path = folder.map({ $0.appending(name) }) ?? TreePath(name)
        else {
            return refused.append((folder.map { $0.text + "/" } ?? "") + name)
        }
        let old = before.flatMap { Self.file($0, path) }
        let new = after.flatMap { Self.file($0, path) }
        if old != nil || new != nil {
            changes.append(FileChange(path: path, before: old, after: new))
        }
        try compare(
            before.flatMap { $0.isFolder ? $0.id : nil },
            after.flatMap { $0.isFolder ? $0.id : nil },
            below: path, in: repository)
    }

    /// Pairs the two next entries when they have one place in git's order, else takes the first.
    private static func aligned(
        _ left: TreeEntry?, _ right: TreeEntry?
    ) -> (left: TreeEntry?, right: TreeEntry?) {
        guard let left, let right else { return (left, right) }
        if left.precedes(right) { return (left, nil) }
        if right.precedes(left) { return (nil, right) }
        return (left, right)
    }

    private static func file(_ entry: TreeEntry, _ path: TreePath) -> TreeFile? {
        entry.mode.map { TreeFile(path: path, id: entry.id, mode: $0) }
    }
}
