extension Repository {
    /// How many commits are looked through for the one that took a step back.
    private static let longestSearch = 64

    /// A commit that does again what somebody's commit took back by mistake; nil where there is nothing.
    ///
    /// After a `git commit` that wrote an old index over the new one and failed, the next one may succeed
    /// before anybody has put the entries right: it takes our steps back in the branch, and leaves the
    /// work files. It is known by coming soon after ours; what a person takes back later stays so.
    func restoring(
        _ lost: [Step], from tip: ObjectID, as publication: Publication
    ) throws(GitError) -> CommitDraft? {
        guard let committer = publication.drafts.last?.committer else { return nil }
        var (changes, lines): ([Change], [String]) = ([], [])
        for step in lost {
            guard let (ours, theirs) = try commits(doing: step, andUndoing: tip),
                theirs.committer.seconds <= ours.committer.seconds + Self.longestCommit
            else { continue }
            if let after = step.after {
                changes.append(.write(step.path, try blob(after.id)))
            } else {
                changes.append(.remove(step.path))
            }
            lines.append("- \(step.path), by \(theirs.id.short)")
        }
        guard !changes.isEmpty else { return nil }
        let message = """
            restore: do again what a commit took back by mistake

            It was made from an index that was older than its parent:

            \(lines.joined(separator: "\n"))

            """
        return CommitDraft(changes, message: message, author: committer, committer: committer)
    }

    /// The latest commit, among the last few, that did a step, and the one after it that took it back.
    private func commits(
        doing step: Step, andUndoing tip: ObjectID
    ) throws(GitError) -> (ours: Commit, theirs: Commit)? {
        var (visited, ours, theirs): (Int, Commit?, Commit?) = (0, nil, nil)
        try walk(from: tip) { commit throws(GitError) in
            visited += 1
            let isThere = try isDone(step, in: commit.id)
            for parent in commit.parents where try isDone(step, in: parent) != isThere {
                if isThere { ours = commit } else { theirs = commit }
            }
            if isThere, theirs == nil { return false }
            return ours == nil && visited < Self.longestSearch
        }
        if let ours, let theirs { return (ours, theirs) }
        return nil
    }

    private func isDone(_ step: Step, in commit: ObjectID) throws(GitError) -> Bool {
        try Publication.version(at: step.path, in: commit, of: self) == step.after
    }
}
