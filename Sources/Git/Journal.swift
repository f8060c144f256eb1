/// What a publication is about to do, kept on disk until it is done.
///
/// A text file: the reference, then one line a step. Written with a rename, so it is whole or
/// absent.
struct Journal: Equatable {
    /// The full name of the reference that moves.
    let reference: String
    let steps: [Step]
    /// What the publications before did, newest first.
    var recent: [Step] = []

    static let name = "journal"
    static let draftName = "journal.new"
    private static let recentName = "recent"
    private static let recentLimit = 64

    func write(in workspace: borrowing Workspace) throws(GitError) {
        try workspace.state.write(Array(text.utf8), to: Self.draftName, workspace.durability)
        try workspace.state.move(Self.draftName, to: workspace.state, as: Self.name)
        try workspace.state.sync(workspace.durability)
    }

    /// Whether somebody is publishing, or died at it: the journal is there before any lock of git's.
    static func isThere(in folder: borrowing Folder) throws(GitError) -> Bool {
        try folder.status(of: name) != nil
    }

    static func remove(in folder: borrowing Folder) throws(GitError) {
        try folder.removeFile(draftName)
        try folder.removeFile(name)
    }

    /// Ends the journal of a publication that is done; it stays as a record of recent steps.
    static func close(in folder: borrowing Folder) throws(GitError) {
        // A rename over an existing file makes some file systems write to disk at once.
        try folder.removeFile(recentName)
        try folder.move(name, to: folder, as: recentName)
    }

    /// Returns what the latest publications did, newest first.
    static func recentSteps(in folder: borrowing Folder) throws(GitError) -> [Step] {
        guard let journal = try read(recentName, in: folder) else { return [] }
        var seen: Set<TreePath> = []
        let steps = (journal.steps + journal.recent).filter { seen.insert($0.path).inserted }
        return Array(steps.prefix(recentLimit))
    }

    /// Returns the journal of a publication that did not end; nil when there is none.
    ///
    /// Lines that cannot be read, as after a power cut, are left out.
    static func read(in folder: borrowing Folder) throws(GitError) -> Journal? {
        try read(name, in: folder)
    }

    private static func read(
        _ name: String, in folder: borrowing Folder
    ) throws(GitError) -> Journal? {
        guard let bytes = try folder.bytes(of: name) else { return nil }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        let entries = lines.dropFirst()
        return Journal(
            reference: lines.first.map(String.init) ?? "",
            steps: entries.filter { !$0.hasPrefix("done ") }.compactMap(step),
            recent: entries.filter { $0.hasPrefix("done ") }.compactMap(step))
    }

    var text: String {
        let lines =
            steps.map { Self.line($0, $0.ownsWorkFile ? "writes" : "keeps") }
            + recent.map { Self.line($0, "done") }
        return reference + "\n" + lines.joined()
    }

    private static func line(_ step: Step, _ verb: String) -> String {
        "\(verb) \(text(step.before)) \(text(step.after)) \(step.path)\n"
    }

    private static func text(_ version: FileVersion?) -> String {
        guard let version else { return "none" }
        return "\(String(version.mode.rawValue, radix: 8)):\(version.id)"
    }

    private static func step(_ line: Substring) -> Step? {
        let fields = line.split(separator: " ", maxSplits: 3)
        guard fields.count == 4, let path = TreePath(String(fields[3])) else { return nil }
        guard let before = version(fields[1]), let after = version(fields[2]) else { return nil }
        return Step(path: path, before: before, after: after, ownsWorkFile: fields[0] != "keeps")
    }

    /// The outer nil means unreadable, the inner one means no file.
    private static func version(_ text: Substring) -> FileVersion?? {
        guard text != "none" else { return .some(nil) }
        let parts = text.split(separator: ":")
        guard parts.count == 2, let mode = UInt32(parts[0], radix: 8).flatMap(TreeFile.Mode.init),
            let id = ObjectID(hex: String(parts[1]))
        else { return nil }
        return FileVersion(id: id, mode: mode)
    }
}
