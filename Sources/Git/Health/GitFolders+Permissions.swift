#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// A folder or file that this process cannot write.
public struct Unwritable: Hashable, Sendable {
    /// Its path.
    public let path: String
    /// The user that it belongs to, by number.
    public let owner: UInt32
    /// Whether nobody can write it, as the file system is mounted.
    public let isReadOnly: Bool

    /// Whether that is who runs this process.
    public var isOwn: Bool { owner == geteuid() }
}

extension GitFolders {
    /// The user who runs this process, by number.
    public static var user: UInt32 { geteuid() }

    /// Returns the folders that a writer needs and cannot write in, and such files.
    ///
    /// Of the memory's folder, the folders below count too.
    public func unwritable(memory: String) throws(GitError) -> [Unwritable] {
        var paths = Set([
            own, common, "\(own)/index", "\(own)/HEAD", "\(common)/\(Self.state)/lock",
        ])
        for folder in ["\(common)/objects", "\(common)/refs", "\(common)/\(Self.state)"] {
            paths.formUnion(try Self.folders(at: folder))
        }
        paths.formUnion(try Self.folders(at: memory).filter { !$0.hasPrefix(common + "/") })
        return paths.sorted().compactMap(Self.unwritable)
    }

    private static let state = Workspace.stateName

    private static func unwritable(_ path: String) -> Unwritable? {
        var status = stat()
        guard stat(path, &status) == 0, access(path, W_OK) != 0 else { return nil }
        return Unwritable(path: path, owner: status.st_uid, isReadOnly: errno == EROFS)
    }

    /// A folder and those below it; of one that cannot be read, just itself.
    private static func folders(at path: String) throws(GitError) -> [String] {
        guard access(path, F_OK) == 0 else { return [] }
        guard access(path, R_OK | X_OK) == 0 else { return [path] }
        let folder = try Folder.open(path)
        var folders = [path]
        for name in try folder.names() where try folder.status(of: name)?.isFolder == true {
            folders += try Self.folders(at: "\(path)/\(name)")
        }
        return folders
    }
}
