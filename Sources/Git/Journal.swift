/// What a publication is about to do, kept while it does it, so that another process can finish or
/// undo it.
struct Journal: Equatable {
    /// The full name of the reference that moves.
    let reference: String
    /// The commit that the reference moves to; nil where the journal does not say.
    let commit: ObjectID?
    let steps: [Step]
    /// What the publications before did, newest first.
    var recent: [Step] = []

    private static let recentLimit = 64

    /// Keeps it; when this returns, a process that finds it can go on from here.
    func write(in workspace: borrowing Workspace) throws(GitError) {
        try JournalFile.write(lines, in: workspace.state, workspace.durability)
    }

    /// Whether somebody is publishing, or died at it: the journal is there before any lock of git's.
    static func isThere(in folder: borrowing Folder) throws(GitError) -> Bool {
        try JournalFile.newest(in: folder)?.state == .open
    }

    /// Ends the journal of a publication that did not take place.
    static func takeBack(in folder: borrowing Folder) throws(GitError) {
        try JournalFile.close(as: .takenBack, in: folder)
    }

    /// Ends the journal of a publication that is done; it stays as a record of recent steps.
    static func close(in folder: borrowing Folder) throws(GitError) {
        try JournalFile.close(as: .done, in: folder)
    }

    /// Returns what the latest publications did, newest first.
    static func recentSteps(in folder: borrowing Folder) throws(GitError) -> [Step] {
        guard let file = try JournalFile.newest(in: folder) else { return [] }
        let journal = Journal(lines: file.lines)
        let steps = (file.state == .done ? journal.steps : []) + journal.recent
        var seen: Set<TreePath> = []
        return Array(steps.filter { seen.insert($0.path).inserted }.prefix(recentLimit))
    }

    /// Returns the journal of a publication that did not end; nil when there is none.
    static func read(in folder: borrowing Folder) throws(GitError) -> Journal? {
        guard let file = try JournalFile.newest(in: folder), file.state == .open else { return nil }
        return Journal(lines: file.lines)
    }

    init(reference: String, commit: ObjectID?, steps: [Step], recent: [Step] = []) {
        self.reference = reference
        self.commit = commit
        self.steps = steps
        self.recent = recent
    }

    /// Leaves out what cannot be read.
    private init(lines: [Substring]) {
        let words = lines.first?.split(separator: " ").map(String.init) ?? []
        let entries = lines.dropFirst()
        self.init(
            reference: words.first ?? "",
            commit: words.dropFirst().first.flatMap(ObjectID.init(hex:)),
            steps: entries.filter { !$0.hasPrefix("done ") }.compactMap(Self.step),
            recent: entries.filter { $0.hasPrefix("done ") }.compactMap(Self.step))
    }

    /// The reference and its commit, then one line a step.
    private var lines: [String] {
        ["\(reference) \(commit?.description ?? "")"]
            + steps.map { Self.line($0, $0.ownsWorkFile ? "writes" : "keeps") }
            + recent.map { Self.line($0, "done") }
    }

    private static func line(_ step: Step, _ verb: String) -> String {
        "\(verb) \(text(step.before)) \(text(step.after)) \(step.path)"
    }

    private static func text(_ version: FileVersion?) -> String {
        guard let version else { return "none" }
        return "\(String(version.mode.rawValue, radix: 8)):\(version.id)"
    }

    private static func step(_ line: Substring) -> Step? {
        let fields = line.utf8.split(separator: UInt8(ascii: " "), maxSplits: 3)
            .map { Substring($0) }
        guard fields.count == 4, let path = TreePath(String(fields[3])) else { return nil }
        guard let before = version(fields[1]), let after = version(fields[2]) else { return nil }
        return Step(path: path, before: before, after: after, ownsWorkFile: fields[0] != "keeps")
    }

    /// The outer nil means unreadable, the inner one means no file.
    private static func version(_ text: Substring) -> FileVersion?? {
        guard text != "none" else { return .some(nil) }
        let parts = text.utf8.split(separator: UInt8(ascii: ":")).map { Substring($0) }
        guard parts.count == 2, let mode = UInt32(parts[0], radix: 8).flatMap(TreeFile.Mode.init),
            let id = ObjectID(hex: String(parts[1]))
        else { return nil }
        return FileVersion(id: id, mode: mode)
    }
}
