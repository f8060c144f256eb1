import Dispatch
import EtudeDocuments
import EtudeDomain
public import EtudeGit

/// Owns the repository of one memory; every read and write of git objects goes through it.
public actor MemoryStore {
    /// Where the memory lies.
    public nonisolated let location: MemoryLocation
    /// Whether what is written survives a power cut, as the operator of this clone set it.
    public nonisolated let durability: Durability
    let repository: Repository
    private var latest: MemorySnapshot?
    private nonisolated let executor = GitExecutor()

    /// The thread that all work on the repository runs on.
    public nonisolated var unownedExecutor: UnownedSerialExecutor {
        unsafe executor.asUnownedSerialExecutor()
    }

    /// Opens the repository that holds a memory, and finishes what a killed writer left half done,
    /// unless it shall only be looked at.
    public init(_ location: MemoryLocation, recovering: Bool = true) throws(StoreError) {
        self.location = location
        let repository = try storing { () throws(GitError) in
            let repository = try Repository.open(at: location.repository)
            if recovering { try repository.recoverIfPossible() }
            return repository
        }
        durability = repository.durability
        self.repository = repository
    }

    /// The commit that the current branch points to; nil before the first.
    public func tip() throws(StoreError) -> ObjectID? {
        try head().commit
    }

    /// The commit that the current branch points to.
    ///
    /// - Throws: ``StoreError/unborn(branch:)`` before the first.
    public func requireTip() throws(StoreError) -> ObjectID {
        guard let tip = try tip() else { throw .unborn(branch: try branch()) }
        return tip
    }

    /// What HEAD names.
    public func head() throws(StoreError) -> Head {
        try storing { () throws(GitError) in try repository.head() }
    }

    /// The commit that `revision` names, such as `main`, `HEAD~3` or the start of an id.
    public func resolve(_ revision: String) throws(StoreError) -> ObjectID {
        let id = try storing { () throws(GitError) in try repository.resolve(revision) }
        guard let id else { throw .noRevision(revision) }
        return id
    }

    /// The memory at a revision, the tip of the current branch where none is named.
    ///
    /// Cost: the files changed since the last call, or all of them at the first.
    public func snapshot(at revision: ObjectID? = nil) throws(StoreError) -> MemorySnapshot {
        let target = if let revision { revision } else { try requireTip() }
        if let latest, latest.revision == target { return latest }
        let snapshot = try MemorySnapshot(revision: target, entries: entries(at: target))
        if revision == nil { latest = snapshot }
        return snapshot
    }

    /// Makes one commit on the current branch, and brings work tree and index along.
    ///
    /// With `base`, the revision in which the files were read, refuses to write over later commits.
    public func commit(
        _ transaction: Transaction, basedOn base: ObjectID? = nil
    ) throws(StoreError) -> ObjectID {
        let draft = try draft(of: transaction)
        return try storing { () throws(GitError) in
            try repository.publish([draft], basedOn: base)[0]
        }
    }

    /// Makes a commit of each, one on top of the other, and brings work tree and index along once.
    ///
    /// All of them reach the branch, or none.
    public func commit(_ transactions: [Transaction]) throws(StoreError) -> [ObjectID] {
        let drafts = try transactions.map { transaction throws(StoreError) in
            try draft(of: transaction)
        }
        return try storing { () throws(GitError) in try repository.publish(drafts) }
    }

    private func draft(of transaction: Transaction) throws(StoreError) -> CommitDraft {
        var changes: [Change] = []
        for file in transaction.files {
            let path = try location.treePath(file.path)
            if let bytes = file.bytes {
                changes.append(.write(path, bytes))
            } else {
                changes.append(.remove(path))
            }
        }
        return CommitDraft(
            changes, message: transaction.message.text, author: transaction.author,
            committer: transaction.author)
    }

    /// The bytes of a file of the memory at a revision; nil when there is none.
    public func contents(of path: String, at revision: ObjectID) throws(StoreError) -> [UInt8]? {
        let path = try location.treePath(path)
        return try storing { () throws(GitError) in try repository.contents(of: path, in: revision)
        }
    }

    /// What lies in the memory at a revision under a name that no memory can address.
    public func unaddressable(at revision: ObjectID) throws(StoreError) -> [EntryProblem] {
        let names = try storing { () throws(GitError) in
            try repository.refusedPaths(under: location.prefix, in: revision)
        }
        let prefix = location.prefix.map { $0.text.utf8.count + 1 } ?? 0
        return names.map { name in
            EntryProblem(
                path: CharacterRules.escaped(String(Substring(name.utf8.dropFirst(prefix)))),
                message: "a file of a memory cannot have this name",
                hint: "rename it with 'git mv'; until then it is left out")
        }
    }

    /// Refuses a repository, or one of these files of the memory, that cannot be written safely.
    ///
    /// What is done in several writes asks first, so that all of it is refused or nothing.
    public func requireWritable(_ paths: [String] = []) throws(StoreError) {
        let paths = try paths.map { path throws(StoreError) in try location.treePath(path) }
        try storing { () throws(GitError) in try repository.requireWritable(paths) }
    }

    /// Fails where git's index is damaged, or of a kind that nothing can be committed with.
    public func checkIndex() throws(StoreError) {
        try storing { () throws(GitError) in try repository.checkIndex() }
    }

    /// Who the repository's configuration says is at work; nil when it does not say.
    public func identity(seconds: Int64) throws(StoreError) -> Signature? {
        try storing { () throws(GitError) in
            try repository.identity(seconds: seconds, offsetInMinutes: 0)
        }
    }

    private func branch() throws(StoreError) -> String {
        if case .unborn(let branch) = try head() { branch } else { "HEAD" }
    }

    private func entries(at target: ObjectID) throws(StoreError) -> [String: Entry] {
        guard let latest, let known = latest.revision else { return try allEntries(at: target) }
        let changes = try storing { () throws(GitError) in
            try repository.changes(from: known, to: target, under: location.prefix)
        }
        var entries = latest.entries
        for change in changes {
            guard let path = location.memoryPath(change.path) else { continue }
            if let file = change.after {
                entries[path] = try entry(of: file, at: path)
            } else {
                entries[path] = nil
            }
        }
        return entries
    }

    private func allEntries(at target: ObjectID) throws(StoreError) -> [String: Entry] {
        let files = try storing { () throws(GitError) in
            try repository.files(under: location.prefix, in: target)
        }
        var entries: [String: Entry] = [:]
        try read(files, into: &entries)
        return entries
    }

    /// Reads files of the memory as entries, by their path from its top.
    func read(_ files: [TreeFile], into entries: inout [String: Entry]) throws(StoreError) {
        for file in files {
            guard let path = location.memoryPath(file.path) else { continue }
            entries[path] = try entry(of: file, at: path)
        }
    }

    /// Reads one file of the memory; nil where it is none of its entries.
    func entry(of file: TreeFile, at path: String) throws(StoreError) -> Entry? {
        guard MemoryLayout.isReserved(path) else { return nil }
        switch file.mode {
        case .file, .executable: break
        case .link, .submodule:
            return Entry(
                refused: EntryProblem(
                    path: path, message: "this is a link, and a memory follows none",
                    hint: "put the file itself here"), blob: file.id)
        }
        guard let kind = MemoryLayout.kind(of: path) else {
            return MemoryLayout.isMisplaced(path) ? .misplaced(path, blob: file.id) : nil
        }
        let bytes = try storing { () throws(GitError) in try repository.blob(file.id) }
        if kind == .charter { try checkVersion(bytes, path: path) }
        return Entry(bytes, blob: file.id, path: path, kind: kind)
    }

    private func checkVersion(_ bytes: [UInt8], path: String) throws(StoreError) {
        guard let version = try? CharterCodec.version(bytes, path: path) else { return }
        guard version <= Charter.formatVersion else {
            throw .newerFormat(version: version, path: path)
        }
    }
}

/// Runs all work of one repository on one serial queue, off the shared thread pool.
private final class GitExecutor: SerialExecutor {
    private let queue = DispatchQueue(label: "etude.git")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { unsafe job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }
}
