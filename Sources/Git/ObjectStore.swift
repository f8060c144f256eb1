import Clibgit2

/// Where a repository's objects are: packs, which libgit2 reads, and ``LooseObjects``.
enum ObjectStore {
    private static let looseOrder: Int32 = 1
    private static let packsOrder: Int32 = 2
    /// How far git follows repositories that borrow from others.
    private static let deepest = 5

    /// Makes `repository` use its objects and those that it borrows from others.
    static func install(
        in repository: borrowing Handle<RepositoryKind>, _ path: String, _ durability: Durability
    ) throws(GitError) -> LooseObjects {
        let store: Handle<ObjectStoreKind> = try adopt(from: "git_odb_new") { git_odb_new(&$0) }
        let folder = String(cString: git_repository_commondir(repository.raw))
        let objects = try LooseObjects(in: path, durability, RecentObjects(inCommonFolder: folder))
        try PackIndexes.check(in: path, of: folder)
        let backend = try ObjectBackend.make(for: objects)
        try check(git_odb_add_backend(store.raw, backend, looseOrder), "git_odb_add_backend")
        try check(
            git_odb_add_backend(store.raw, packs(in: path), packsOrder), "git_odb_add_backend")
        try borrow(from: alternates(of: path), folder, store, deepest)
        try check(git_repository_set_odb(repository.raw, store.raw), "git_repository_set_odb")
        return objects
    }

    private static func borrow(
        from folders: [String], _ repository: String, _ store: borrowing Handle<ObjectStoreKind>,
        _ depth: Int
    ) throws(GitError) {
        guard depth > 0 else { return }
        for path in folders {
            guard let objects = try? LooseObjects(in: path, .relaxed) else { continue }
            try PackIndexes.check(in: path, of: repository)
            let backend = try ObjectBackend.make(for: objects)
            try check(
                git_odb_add_alternate(store.raw, backend, looseOrder), "git_odb_add_alternate")
            try check(
                git_odb_add_alternate(store.raw, packs(in: path), packsOrder),
                "git_odb_add_alternate")
            try borrow(from: alternates(of: path), repository, store, depth - 1)
        }
    }

    private static func packs(
        in path: String
    ) throws(GitError) -> UnsafeMutablePointer<git_odb_backend>? {
        var backend: UnsafeMutablePointer<git_odb_backend>?
        try check(git_odb_backend_pack(&backend, path), "git_odb_backend_pack")
        return backend
    }

    /// Git's usual limit for loose objects, `gc.auto`.
    private static let looseLimit = 6700

    /// Whether so many objects lie loose that git would pack them, as git estimates it: from one of
    /// the 256 folders.
    static func hasManyLooseObjects(_ path: String) -> Bool {
        let sample = try? Folder.open(path).subfolder("17")?.names()
        return (sample ?? []).count > looseLimit / 256
    }

    /// The folders that `objects/info/alternates` names, from the folder of the objects on.
    private static func alternates(of path: String) throws(GitError) -> [String] {
        guard let info = try Folder.open(path).subfolder("info"),
            let bytes = try info.bytes(of: "alternates")
        else { return [] }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
            .filter { !$0.hasPrefix("#") }
            .map { $0.hasPrefix("/") ? String($0) : "\(path)/\($0)" }
    }
}
