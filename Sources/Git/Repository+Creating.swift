import Clibgit2

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

extension Repository {
    private static let name = ".git"
    private static let draftName = ".etude-new."

    /// Creates a SHA-1 repository with an unborn branch, and the folders that lead to it.
    ///
    /// It is made aside and put in place whole: a process that dies at it leaves no half of one, and
    /// the next removes what it left aside.
    ///
    /// - Throws: A ``GitError`` with the code `.exists` when there is a repository already.
    public static func create(
        at path: String, branch: String = "main"
    ) throws(GitError) -> sending Repository {
        try Library.start()
        if let folder = try? Folder.open(path) {
            guard try folder.status(of: name) == nil else { throw exists(path) }
            try removeDraftsOfTheDead(in: folder)
        }
        let draft = draftName + "\(getpid())"
        do throws(GitError) {
            try make(at: "\(path)/\(draft)", branch)
            try place(draft, in: Folder.open(path))
        } catch {
            try? Folder.open(path).removeAll(draft)
            throw error.isSystem(ENOTEMPTY, EEXIST) ? exists(path) : error
        }
        return try open(at: path)
    }

    private static func make(at path: String, _ branch: String) throws(GitError) {
        let _: Handle<RepositoryKind> = try adopt(from: "git_repository_init_ext") { out in
            branch.withCString { branch in
                var options = git_repository_init_options()
                git_repository_init_options_init(
                    &options, UInt32(GIT_REPOSITORY_INIT_OPTIONS_VERSION))
                options.flags =
                    GIT_REPOSITORY_INIT_MKPATH.rawValue | GIT_REPOSITORY_INIT_NO_REINIT.rawValue
                options.initial_head = branch
                return git_repository_init_ext(&out, path, &options)
            }
        }
    }

    private static func place(_ draft: String, in folder: borrowing Folder) throws(GitError) {
        guard let made = try folder.subfolder(draft) else { return }
        try made.subfolder(name)?.syncAll()
        try made.move(name, to: folder, as: name)
        try folder.sync()
        _ = folder.removeEmptyFolder(draft)
    }

    private static func removeDraftsOfTheDead(in folder: borrowing Folder) throws(GitError) {
        for draft in try folder.names() where draft.hasPrefix(draftName) {
            guard let process = Int32(draft.dropFirst(draftName.count)),
                !GitFolders.isAlive(process: process)
            else { continue }
            try folder.removeAll(draft)
        }
    }

    private static func exists(_ path: String) -> GitError {
        GitError(
            code: .exists, function: "create(at:)", message: "'\(path)' holds a repository already")
    }
}
