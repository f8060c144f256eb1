extension Repository {
    /// Refuses to touch work files that hold anything but the tip's bytes or the new ones.
    func claimWorkFiles(
        of steps: [Step], in workspace: borrowing Workspace
    ) throws(GitError) -> [Step] {
        let removed = steps.filter { $0.after == nil }.map(\.path)
        var claimed: [Step] = []
        for step in steps {
            var step = step
            let known = [step.before, step.after].compactMap { $0?.id }
            let state = try WorkFile(step.path).state(in: workspace, of: self, known: known)
            step.ownsWorkFile = try Self.ownsWorkFile(step, state, removed)
            claimed.append(step)
        }
        return claimed
    }

    /// Returns whether publishing has to write or remove the work file.
    ///
    /// The removed paths get free first, and may free a place for this one.
    private static func ownsWorkFile(
        _ step: Step, _ state: WorkState, _ removed: [TreePath]
    ) throws(GitError) -> Bool {
        switch state {
        case .missing:
            guard step.before == nil || step.after == nil else { throw .dirty(step.path) }
            return step.after != nil
        case .file(let id):
            guard step.knows(id: id) else {
                throw step.before == nil ? .inTheWay(step.path) : .dirty(step.path)
            }
            return id == step.before?.id
        case .other(let blocker):
            let isFreed = removed.contains { $0 == blocker || $0.isBelow(blocker) }
            guard isFreed, step.before == nil else { throw .inTheWay(blocker) }
            return true
        }
    }

    /// Writes blobs, trees and commits, each on top of the one before.
    func writeObjects(
        of publication: Publication, _ plan: [[Step]], on tip: ObjectID?
    ) throws(GitError) -> [ObjectID] {
        var commits: [ObjectID] = []
        for (draft, steps) in zip(publication.drafts, plan) {
            for case let id? in steps.map(\.after?.id) {
                if let bytes = publication.bytes[id] { _ = try writeBlob(bytes) }
            }
            commits.append(try writeCommit(draft, steps, on: commits.last ?? tip))
        }
        try objects.sync()
        return commits
    }

    private func writeCommit(
        _ draft: CommitDraft, _ steps: [Step], on parent: ObjectID?
    ) throws(GitError) -> ObjectID {
        let base = try parent.map { id throws(GitError) in try rootTree(of: id) }
        let edits = steps.map { TreeEdit($0.path, $0.after) }
        let tree: ObjectID
        if let written = try writeTree(edits, on: base) {
            tree = written
        } else {
            tree = try writeEmptyTree()
        }
        return try writeCommit(
            tree: tree, parents: parent.map { [$0] } ?? [], author: draft.author,
            committer: draft.committer, message: draft.message)
    }

    /// Writes the work files and makes the new index beside the old one; needs the index lock.
    ///
    /// - Returns: The recent steps that tip and index have taken back, though the work file has not.
    func bringAlong(
        _ steps: [Step], _ bytes: [ObjectID: [UInt8]], healing recent: [Step],
        on tip: ObjectID?, _ workspace: borrowing Workspace
    ) throws(GitError) -> [Step] {
        var update = try IndexUpdate.start(in: workspace, indexCache)
        let lost = try heal(&update.file, recent, at: tip, in: workspace)
        try Self.refuseStaged(steps, in: update.file)
        for step in steps where step.after == nil {
            update.file.remove(step.path)
            if let old = step.before, step.ownsWorkFile {
                try WorkFile(step.path).remove(holding: old.id, in: workspace, of: self)
            }
        }
        for case let (step, after?) in steps.map({ ($0, $0.after) }) {
            if let blocker = update.file.blocker(of: step.path) { throw .inTheWay(blocker) }
            let file = WorkFile(step.path)
            if step.ownsWorkFile {
                try file.put(
                    bytes[after.id] ?? [], replacing: step.before?.id, in: workspace, of: self)
            }
            try update.file.set(step.path, after, file.status(in: workspace))
        }
        try update.write(in: workspace)
        return lost.filter { lost in !steps.contains { $0.path == lost.path } }
    }

    private static func refuseStaged(
        _ steps: [Step], in index: IndexFile
    ) throws(GitError) {
        for step in steps {
            let isKnown = step.knows(index.version(at: step.path))
            guard isKnown, !index.isConflicted(at: step.path) else { throw .dirty(step.path) }
        }
    }

    /// Puts entries of recent publications back that a stale index has lost.
    ///
    /// `git commit` reads the index before it locks it. When a publication comes in between, it
    /// writes the old index over the new one, then fails because HEAD has moved. Such an entry is
    /// older than both HEAD and the work file, and such an index was written soon after that; what a
    /// person takes out of the index later stays out.
    ///
    /// - Returns: The steps that the tip has taken back too.
    private func heal(
        _ index: inout IndexFile, _ recent: [Step], at tip: ObjectID?,
        in workspace: borrowing Workspace
    ) throws(GitError) -> [Step] {
        let written = try workspace.git.status(of: IndexUpdate.name)?.modifiedSeconds
        var lost: [Step] = []
        for step in recent {
            let staged = index.version(at: step.path)
            guard staged != step.after, staged == step.before,
                !index.isConflicted(at: step.path), index.blocker(of: step.path) == nil
            else { continue }
            let committed = try Publication.version(at: step.path, in: tip, of: self)
            let file = WorkFile(step.path)
            switch (try file.state(in: workspace, of: self), step.after) {
            case (.missing, nil) where committed == step.before: lost.append(step)
            case (.missing, nil) where committed == nil: index.remove(step.path)
            case (.file(let id), let after?) where id == after.id && committed == step.before:
                lost.append(step)
            case (.file(let id), let after?) where id == after.id && committed == after:
                guard let written, let status = try file.status(in: workspace),
                    Int64(written) <= Int64(status.changedSeconds) + Self.longestCommit
                else { continue }
                index.set(step.path, after, status)
            default: continue
            }
        }
        return lost
    }

    /// How long `git commit` may take from reading the index to writing it, in seconds.
    static let longestCommit: Int64 = 10

    /// Takes back what was done since the index lock, as far as it came.
    ///
    /// When that fails too, the journal stays and the next call tries again.
    func undo(_ steps: [Step], in workspace: borrowing Workspace) {
        do throws(GitError) {
            try settle(steps, in: workspace)
            try IndexLock.drop(in: workspace)
            try Journal.takeBack(in: workspace.state)
        } catch {
            try? IndexLock.drop(in: workspace)
        }
    }

    /// Brings a work file to `version`, unless it holds something that is not ours.
    func settleWorkFile(
        of step: Step, to version: FileVersion?, in workspace: borrowing Workspace
    ) throws(GitError) {
        let file = WorkFile(step.path)
        let known = [step.before, step.after].compactMap { $0?.id }
        let current: ObjectID?
        switch try file.state(in: workspace, of: self, known: known) {
        case .missing: current = nil
        case .file(let id): current = id
        case .other: return
        }
        guard step.knows(id: current), current != version?.id else { return }
        if let version {
            try file.put(blob(version.id), replacing: current, in: workspace, of: self)
        } else if let current {
            try file.remove(holding: current, in: workspace, of: self)
        }
    }
}
