import Clibgit2

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

extension Repository {
    /// Opens the repository whose working folder is exactly `path`, without searching upward.
    ///
    /// - Throws: A ``GitError``: `.notFound` when there is none, `.bareRepository`, `.notOwner`,
    ///   and `.unsupported` for formats that libgit2 cannot read and for `core.worktree`, which
    ///   would send writes to another folder.
    public static func open(at path: String) throws(GitError) -> sending Repository {
        try Library.start()
        let handle = try openHandle(path)
        guard git_repository_is_bare(handle.raw) == 0 else {
            throw GitError(
                code: .bareRepository, function: "open(at:)",
                message: "'\(path)' is a bare repository: it has no working folder")
        }
        let repository = try Repository.adopting(handle)
        try repository.refuseRedirection()
        return repository
    }

    /// Whether so many objects lie loose that git would pack them; looks at one folder alone.
    public static func hasManyLooseObjects(inCommonFolder folder: String) -> Bool {
        ObjectStore.hasManyLooseObjects(folder + "/objects")
    }

    /// Returns the nearest folder, from `path` upwards, that holds a `.git` folder or file.
    ///
    /// Looks at files alone and starts no library. A relative path counts from the current
    /// folder; nil when there is none up to the root.
    public static func top(containing path: String) -> String? {
        var folder = resolved(path)
        while true {
            let candidate = folder == "/" ? "/.git" : folder + "/.git"
            if access(candidate, F_OK) == 0 { return folder }
            guard folder != "/", folder.hasPrefix("/") else { return nil }
            folder = parent(of: folder)
        }
    }

    /// Returns the absolute path without symbolic links, `.` and `..`; what does not exist yet is
    /// taken by its name.
    ///
    /// A relative path stays as it is where the current folder is gone.
    public static func resolved(_ path: String) -> String {
        if let resolved = realpath(path.isEmpty ? "." : path, nil) {
            defer { free(resolved) }
            return String(cString: resolved)
        }
        let parts = path.split(separator: "/")
        guard let name = parts.last, path != "." else { return path }
        let start = path.hasPrefix("/") ? "/" : ""
        let folder = resolved(start + parts.dropLast().joined(separator: "/"))
        guard folder.hasPrefix("/") else { return path }
        switch name {
        case ".": return folder
        case "..": return parent(of: folder)
        default: return folder == "/" ? "/\(name)" : "\(folder)/\(name)"
        }
    }

    /// The folder that holds an absolute path; the top holds itself.
    private static func parent(of path: String) -> String {
        let slash = path.lastIndex(of: "/") ?? path.startIndex
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private func refuseRedirection() throws(GitError) {
        guard let folder = try setting("core.worktree") else { return }
        throw .unsupported(.redirectedWorkTree(folder), function: "open(at:)")
    }
}
