import Clibgit2

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

extension Repository {
    /// Returns what keeps anybody but git from writing to this repository; nil for nothing.
    ///
    /// Reads the settings and a few bytes of the index: about 0.05 ms.
    public func unsupportedFeature() throws(GitError) -> UnsupportedFeature? {
        let settings = try FormatSettings(configuration())
        if let feature = try Self.feature(in: settings, gitFolder) { return feature }
        if isShallow { return .shallow }
        return try IndexFeatures.unsupportedFeature(in: Folder.open(gitFolder))
    }

    /// Refuses what cannot be written safely, before anything is written.
    ///
    /// - Parameter paths: The files that are to be written.
    /// - Throws: A ``GitError``: `.unsupported`, `.detached` when no branch is checked out, and
    ///   `.invalid` for settings of ours that cannot be followed.
    public func requireWritable(_ paths: [TreePath] = []) throws(GitError) {
        if let settingsFault { throw settingsFault }
        if let feature = try unsupportedFeature() { throw .unsupported(feature) }
        _ = try Branch(head())
        for path in paths { try refuseFiltered(path) }
    }

    /// States that an object is missing because the clone is not a whole one, where that is so.
    func explained(_ error: GitError) -> GitError {
        guard error.code == .notFound, let feature = try? unsupportedFeature() else { return error }
        switch feature {
        case .shallow, .partialClone: return .unsupported(feature, function: error.function)
        default: return error
        }
    }

    /// Returns whether a folder is itself what `.git` is elsewhere; looks at files alone.
    public static func isBare(_ folder: String) -> Bool {
        ["HEAD", "objects", "refs"].allSatisfy { access("\(folder)/\($0)", F_OK) == 0 }
    }

    /// Whether there is a file or folder of this path.
    public static func isThere(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// Opens a repository; says by name what libgit2 does not know, and whom to trust.
    static func openHandle(_ path: String) throws(GitError) -> Handle<RepositoryKind> {
        try refusePipes(at: path)
        do throws(GitError) {
            return try adopt(from: "git_repository_open") { git_repository_open(&$0, path) }
        } catch {
            if error.code == .notOwner(folder: nil) {
                throw GitError(
                    code: .notOwner(folder: path), function: error.function,
                    message: error.message)
            }
            guard let feature = try? unreadableFeature(at: path) else { throw error }
            throw .unsupported(feature)
        }
    }

    /// Refuses a repository of which libgit2 would read a pipe, and wait for ever.
    private static func refusePipes(at path: String) throws(GitError) {
        guard let folder = TipReader.gitFolder(ofTop: path),
            let file = GitFolders(gitFolder: folder).pipe(ofTop: path)
        else { return }
        throw GitError(
            code: .invalid, function: "openHandle",
            message: "'\(file)' is a pipe, where a file has to be")
    }

    /// What a repository that libgit2 does not open says about itself.
    private static func unreadableFeature(at path: String) throws(GitError) -> UnsupportedFeature? {
        guard let folder = TipReader.gitFolder(ofTop: path),
            let settings = try FormatSettings(file: TipReader.commonFolder(of: folder) + "/config")
        else { return nil }
        return try feature(in: settings, folder) ?? settings.redirection ?? settings.otherExtension
    }

    private static func feature(
        in settings: FormatSettings, _ folder: String
    ) throws(GitError) -> UnsupportedFeature? {
        var worktree: FormatSettings?
        if settings.hasWorktreeSettings {
            worktree = try FormatSettings(file: folder + "/config.worktree")
        }
        return settings.unsupportedFeature(worktree: worktree)
    }
}
