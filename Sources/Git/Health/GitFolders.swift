#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// The folders of git's own files, looked at without libgit2.
///
/// So that a repository can be examined which does not open.
public struct GitFolders: Hashable, Sendable {
    /// Holds HEAD and the index.
    public let own: String
    /// Holds branches and objects; the same folder unless the worktree is a linked one.
    public let common: String

    /// Takes the git folder of a working folder.
    public init(gitFolder: String) {
        own = gitFolder
        common = TipReader.commonFolder(of: gitFolder)
    }

    /// Returns who writes to the memory at this moment, such as "process 42"; nil for nobody.
    public func writer() throws(GitError) -> String? {
        guard let shared = try Folder.open(common).subfolder(Workspace.stateName) else {
            return nil
        }
        return try ProcessLock.holder(in: shared)
    }

    /// Returns the reference that a writer was about to move when it died; nil when none did.
    public func referenceOfDeadWriter() throws(GitError) -> String? {
        guard let state = try Folder.open(own).subfolder(Workspace.stateName),
            let journal = try Journal.read(in: state), try writer() == nil
        else { return nil }
        return journal.reference
    }

    /// Returns why the repository's own settings cannot be read; nil when they can.
    public func damageOfSettings() -> GitError? {
        do throws(GitError) {
            try Library.start()
            let file = common + "/config"
            try FormatSettings(file: file)?.requireSwitches(of: file)
            let text = try Folder.open(common).bytes(of: "config") ?? []
            if let fact = ConfigurationText.fault(in: text) {
                throw GitError(
                    code: .damaged, function: "damageOfSettings", message: "'\(file)' \(fact)")
            }
            return nil
        } catch {
            return error
        }
    }

    /// Whether a byte has no place in git's own text files.
    static func isControl(_ byte: UInt8) -> Bool {
        (byte < 0x20 && !"\t\n\r".utf8.contains(byte)) || byte == 0x7F
    }

    /// Whether a process runs on this machine.
    public static func isAlive(process: Int32) -> Bool {
        kill(process, 0) == 0 || errno != ESRCH
    }

    /// How long the doctor waits for locks.
    static let patience = Duration.seconds(2)

    /// Runs `body` while no other process of ours writes, with the folder for what is kept aside.
    ///
    /// Fails with `.locked`, naming the writer, when one goes on writing.
    func alone(
        _ body: (borrowing Folder) throws(GitError) -> Void
    ) throws(GitError) {
        let shared = try Folder.open(common).makeSubfolder(Workspace.stateName, .durable)
        let state = try Folder.open(own).makeSubfolder(Workspace.stateName, .durable)
        var backoff = Backoff(limit: GitFolders.patience)
        try ProcessLock.holding(in: shared, &backoff) { _ throws(GitError) in try body(state) }
    }
}
