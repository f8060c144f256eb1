import Clibgit2

/// An open git repository with a working folder.
///
/// Not `Sendable` and not copyable: it has one owner, and libgit2 allows one thread at a time.
/// Move it into an actor to reach it from several tasks. Everything its methods return is a plain
/// value that stays valid.
public struct Repository: ~Copyable {
    let handle: Handle<RepositoryKind>
    let objects: LooseObjects
    private let settings: LocalSettings
    let indexCache = IndexCache()

    var raw: OpaquePointer { handle.raw }

    private init(
        _ handle: consuming Handle<RepositoryKind>, _ objects: LooseObjects,
        _ settings: LocalSettings
    ) {
        self.handle = handle
        self.objects = objects
        self.settings = settings
    }

    /// Makes libgit2's repository write and read as ours do.
    static func adopting(
        _ handle: consuming sending Handle<RepositoryKind>
    ) throws(GitError) -> sending Repository {
        let folder = Self.folder(git_repository_commondir(handle.raw))
        let settings = try LocalSettings.read(of: folder)
        try Library.setDurability(settings.durability, of: handle)
        let objects = try ObjectStore.install(
            in: handle, folder + "/objects", settings.durability)
        let repository = Repository(handle, objects, settings)
        SharedRepository.apply(try repository.setting("core.sharedRepository"))
        return repository
    }

    /// Whether what is written here survives a power cut.
    public var durability: Durability { settings.durability }

    /// Why `.git/etude/config` cannot be followed, so that nothing may be written; nil for no reason.
    public var settingsFault: GitError? { settings.fault }

    /// The folder that holds the checked-out files; absolute, without a trailing slash.
    public var workingFolder: String { Self.folder(git_repository_workdir(raw)) }

    /// The folder that holds HEAD and the index: `.git`, or a worktree's own part of it.
    public var gitFolder: String { Self.folder(git_repository_path(raw)) }

    /// The folder that holds branches and objects; ``gitFolder`` unless it is a linked worktree.
    public var commonFolder: String { Self.folder(git_repository_commondir(raw)) }

    /// Whether the history ends early, as after `git clone --depth`; walking it then fails.
    public var isShallow: Bool { git_repository_is_shallow(raw) == 1 }

    private static func folder(_ text: UnsafePointer<CChar>?) -> String {
        guard let text else { return "" }
        let path = String(cString: text)
        return path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    }
}
