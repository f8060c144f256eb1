import Clibgit2
import Synchronization

/// The process-wide state of libgit2.
public enum Library {
    /// The result of starting libgit2 on first use; it runs until the process ends.
    private static let startStatus: Int32 = {
        let status = git_libgit2_init()
        guard status >= 0 else { return status }
        // Strict creation looks every entry of a tree up on the disk; we check what we write ourselves.
        return [
            etude_git_set_strict_objects(0), etude_git_set_strict_hashes(1),
            etude_git_set_cached_tree_size(cachedTreeSize),
        ].min() ?? status
    }()

    /// The largest tree that libgit2 keeps in memory, in bytes; its own limit is 4 kB, fifty entries.
    private static let cachedTreeSize = 1 << 20

    /// The version of libgit2 in use, such as "1.9.2".
    public static var version: String {
        var major: Int32 = 0
        var minor: Int32 = 0
        var patch: Int32 = 0
        git_libgit2_version(&major, &minor, &patch)
        return "\(major).\(minor).\(patch)"
    }

    /// Makes libgit2 ignore the git configuration of the user and of the machine.
    ///
    /// Call before the first repository is opened: the setting is process-wide and unsynchronized.
    ///
    /// - Throws: A ``GitError`` when libgit2 cannot start.
    public static func ignoreUserConfiguration() throws(GitError) {
        try start()
        let levels = GIT_CONFIG_LEVEL_PROGRAMDATA.rawValue...GIT_CONFIG_LEVEL_GLOBAL.rawValue
        for level in levels {
            try check(etude_git_set_search_path(level, ""), "git_libgit2_opts")
        }
    }

    /// Held while the switch is set for one repository: libgit2 has one for all of a process.
    private static let syncing = Mutex(())

    /// Makes the references of a repository as durable as that; before the first of them is read.
    static func setDurability(
        _ durability: Durability, of repository: borrowing Handle<RepositoryKind>
    ) throws(GitError) {
        let raw = repository.raw
        try syncing.withLock { _ throws(GitError) in
            try check(
                etude_git_set_synced_writes(durability == .durable ? 1 : 0), "git_libgit2_opts")
            let _: Handle<ReferenceStoreKind> = try adopt(from: "git_repository_refdb") {
                git_repository_refdb(&$0, raw)
            }
        }
    }

    /// Starts libgit2 once; takes about 3 ms the first time, nothing afterwards.
    static func start() throws(GitError) {
        try check(startStatus, "git_libgit2_init")
    }
}
