#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

extension Repository {
    /// Finishes or undoes what a process that died while publishing left half-done.
    ///
    /// Also part of every publication. Takes no lock and writes nothing when nobody died, so that a
    /// memory can be read which this process may not write; nor where nothing can be written safely.
    ///
    /// - Parameter waiting: How long to wait for locks in all.
    /// - Throws: A ``GitError``; `.locked` when another process is at work.
    public func recover(waiting: Duration = .seconds(10)) throws(GitError) {
        let state = try Folder.open(gitFolder).subfolder(Workspace.stateName)
        guard let state, try Journal.isThere(in: state), try unsupportedFeature() == nil else {
            return
        }
        try settleDeadWriters(waiting: waiting)
    }

    /// Does the same where nothing stands in the way: who holds a lock is alive, and what cannot be
    /// written can still be read.
    public func recoverIfPossible() throws(GitError) {
        do throws(GitError) { try recover(waiting: .zero) } catch {
            guard error.code == .locked || error.isSystem(EROFS, EACCES, EPERM) else { throw error }
        }
    }

    /// Does the same, and drops the locks that dead writers left without a journal.
    ///
    /// - Throws: A ``GitError``; `.locked` when another process is at work.
    public func settleDeadWriters(waiting: Duration = .seconds(10)) throws(GitError) {
        let workspace = try Workspace.open(of: self)
        var backoff = Backoff(limit: waiting)
        try ProcessLock.holding(in: workspace.shared, &backoff) { backoff throws(GitError) in
            try recover(in: workspace, &backoff)
        }
    }

    /// Puts back what `git prune` took before a branch held on to it.
    func putBackRecentObjects() { objects.putBackRecent { (try? exists($0)) == true } }

    /// The same for what this process wrote since it last asked.
    func putBackFreshObjects() { objects.putBackFresh { (try? exists($0)) == true } }

    /// Recovers while the process lock is held, so whoever wrote the journal is dead.
    func recover(
        in workspace: borrowing Workspace, _ backoff: inout Backoff
    ) throws(GitError) {
        putBackRecentObjects()
        let journal = try Journal.read(in: workspace.state)
        if let journal {
            try StaleReferenceLock.remove(of: journal, in: commonFolder, workspace.state)
        }
        if let journal, !journal.steps.isEmpty {
            try IndexLock.takeOver(in: workspace, &backoff)
            try settle(journal.steps, in: workspace)
        }
        try IndexLock.drop(in: workspace)
        try Journal.takeBack(in: workspace.state)
    }

    /// Brings every path forward if HEAD has the new version, else back; needs the index lock.
    ///
    /// What is neither the old nor the new version is not ours and stays.
    func settle(_ steps: [Step], in workspace: borrowing Workspace) throws(GitError) {
        let head = try head().commit
        var update = try IndexUpdate.start(in: workspace, indexCache)
        var goals: [(step: Step, version: FileVersion?)] = []
        for step in steps {
            let version = try Publication.version(at: step.path, in: head, of: self)
            goals.append((step, version == step.after ? step.after : step.before))
        }
        // Removing first makes room where a file and a folder trade places.
        for (step, version) in goals.sorted(by: { $0.version == nil && $1.version != nil }) {
            try WorkFile(step.path).settleLeftovers(of: step, in: workspace, of: self)
            if step.ownsWorkFile { try settleWorkFile(of: step, to: version, in: workspace) }
            try settle(step, to: version, in: &update.file, workspace)
        }
        try update.write(in: workspace)
        try IndexUpdate.publish(in: workspace)
    }

    private func settle(
        _ step: Step, to version: FileVersion?, in index: inout IndexFile,
        _ workspace: borrowing Workspace
    ) throws(GitError) {
        guard step.knows(index.version(at: step.path)), !index.isConflicted(at: step.path) else {
            return
        }
        guard let version else { return index.remove(step.path) }
        let file = WorkFile(step.path)
        let state = try file.state(in: workspace, of: self, known: [version.id])
        let isCurrent = state == .file(version.id)
        try index.set(step.path, version, isCurrent ? file.status(in: workspace) : nil)
    }
}
