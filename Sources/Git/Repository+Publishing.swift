extension Repository {
    /// Commits `changes` on the tip of the current branch and brings index and work files along.
    ///
    /// Other processes and people may write at the same time; nothing of theirs is lost. What
    /// somebody staged is not committed and stays staged; uncommitted edits of other files stay.
    /// Either everything happens or nothing; a process that dies half-way is tidied up after by the
    /// next call.
    ///
    /// - Parameters:
    ///   - changes: What to write and remove; a path may occur once.
    ///   - message: The commit's message; NUL characters are dropped.
    ///   - author: Who made the change.
    ///   - committer: Who records it.
    ///   - base: The commit in which the caller read the files it changes, if that matters.
    ///   - waiting: How long to wait for locks in all.
    /// - Returns: The new commit, which is the tip of the branch.
    /// - Throws: A ``GitError``: `.detached`; `.unchanged` when the tip already looks so;
    ///   `.dirty` when a file has uncommitted edits; `.inTheWay` when something untracked, or a
    ///   link, sits at a path; `.notFound` when a file to remove is not there; `.stale` when a file
    ///   differs from its state in `base`; `.locked`, naming the holder; `.invalid` when a path
    ///   occurs twice; `.unsupported`.
    public func publish(
        _ changes: [Change], message: String, author: Signature, committer: Signature,
        basedOn base: ObjectID? = nil, waiting: Duration = .seconds(10)
    ) throws(GitError) -> ObjectID {
        let draft = CommitDraft(changes, message: message, author: author, committer: committer)
        return try publish([draft], basedOn: base, waiting: waiting)[0]
    }

    /// Makes commits one on top of the other, and brings index and work files along once.
    ///
    /// All of them reach the branch or none; otherwise as with one commit.
    ///
    /// - Parameters:
    ///   - drafts: The commits, the oldest first; a later one may change the same paths again.
    ///   - base: The commit in which the caller read the files it changes, if that matters.
    ///   - waiting: How long to wait for locks in all.
    /// - Returns: The new commits, the last of which is the tip of the branch.
    /// - Throws: A ``GitError``, as for one commit.
    public func publish(
        _ drafts: [CommitDraft], basedOn base: ObjectID? = nil,
        waiting: Duration = .seconds(10)
    ) throws(GitError) -> [ObjectID] {
        guard !drafts.isEmpty else { return [] }
        let publication = try Publication(drafts, base: base)
        try requireWritable(publication.written)
        let workspace = try Workspace.open(of: self)
        var backoff = Backoff(limit: waiting)
        return try ProcessLock.holding(in: workspace.shared, &backoff) {
            backoff throws(GitError) in
            try publish(publication, in: workspace, &backoff)
        }
    }

    /// Tries until it works, fails for good, or the time is used up.
    private func publish(
        _ publication: Publication, in workspace: borrowing Workspace, _ backoff: inout Backoff
    ) throws(GitError) -> [ObjectID] {
        try recover(in: workspace, &backoff)
        while true {
            do throws(GitError) {
                return try attempt(publication, in: workspace)
            } catch {
                guard error.code == .locked || error.code == .modified else { throw error }
                guard backoff.pause() else { throw error }
                try recover(in: workspace, &backoff)
            }
        }
    }

    private func attempt(
        _ publication: Publication, in workspace: borrowing Workspace
    ) throws(GitError) -> [ObjectID] {
        let branch = try Branch(head())
        let plan = try publication.steps(on: branch.tip, in: self)
        let steps = try claimWorkFiles(of: Publication.together(plan), in: workspace)
        let commits = try writeObjects(of: publication, plan, on: branch.tip)
        let witness = try ReferenceWitness.of(branch.reference, in: commonFolder)
        let recent = try Journal.recentSteps(in: workspace.state)
        guard let newest = commits.last else { return [] }
        try Journal(reference: branch.reference, commit: newest, steps: steps, recent: recent)
            .write(in: workspace)
        try takeIndexLock(in: workspace)
        var lost: [Step] = []
        do throws(GitError) {
            try requireCheckedOut(branch)
            lost = try bringAlong(
                steps, publication.bytes, healing: recent, on: branch.tip, workspace)
            // Before the branch: git reads HEAD first, so its index is never older than its HEAD.
            try IndexUpdate.publish(in: workspace)
            try move(branch, to: newest, publication)
        } catch {
            guard isMoved(branch, to: newest, witness) else {
                undo(steps, in: workspace)
                throw error
            }
        }
        putBackFreshObjects()
        finish(steps, on: branch, in: workspace)
        if let draft = try? restoring(lost, from: newest, as: publication) {
            _ = try? attempt(Publication([draft], base: nil), in: workspace)
        }
        return commits
    }

    /// Takes the lock; without it, nothing has happened yet that the journal is needed for.
    private func takeIndexLock(in workspace: borrowing Workspace) throws(GitError) {
        do throws(GitError) {
            try IndexLock.take(in: workspace)
        } catch {
            try Journal.takeBack(in: workspace.state)
            throw error
        }
    }

    private func move(
        _ branch: Branch, to commit: ObjectID, _ publication: Publication
    ) throws(GitError) {
        guard let draft = publication.drafts.last else { return }
        let kind = branch.tip == nil ? "commit (initial)" : "commit"
        try move(
            branch.reference, from: branch.tip, to: commit, log: "\(kind): \(draft.subject)",
            by: draft.committer)
    }

    /// Whether a failed move took place all the same.
    private func isMoved(
        _ branch: Branch, to commit: ObjectID, _ witness: borrowing ReferenceWitness
    ) -> Bool {
        do throws(GitError) {
            return try tip(of: branch.reference) == commit
        } catch {
            return witness.hasMoved
        }
    }

    /// Fails with `.modified` when somebody has switched to another branch meanwhile; `git switch`
    /// writes the index before HEAD, so it is looked at under the lock.
    private func requireCheckedOut(_ branch: Branch) throws(GitError) {
        guard try Branch(head()).reference != branch.reference else { return }
        throw GitError(
            code: .modified, function: "publish",
            message: "'\(branch.reference)' is not checked out any more")
    }

    /// The branch has moved, so this is a success whatever happens: if a step fails, the journal
    /// stays and the next call takes it from here.
    ///
    /// Where somebody has switched to another branch meanwhile, index and work files are brought to
    /// what that one holds.
    private func finish(_ steps: [Step], on branch: Branch, in workspace: borrowing Workspace) {
        do throws(GitError) {
            if (try? requireCheckedOut(branch)) == nil { try settle(steps, in: workspace) }
            try IndexLock.drop(in: workspace)
            try Journal.close(in: workspace.state)
        } catch {
            return
        }
    }
}
