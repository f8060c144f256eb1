import Clibgit2

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// An open folder; every operation names one entry of it and never follows a symbolic link.
struct Folder: ~Copyable {
    let descriptor: Int32
    /// For messages and for libgit2 alone: the descriptor is what counts.
    let path: String

    deinit { close(descriptor) }

    private init(descriptor: Int32, path: String) {
        self.descriptor = descriptor
        self.path = path
    }

    static func open(_ path: String) throws(GitError) -> Folder {
        let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC
        let descriptor = try checkSystem(openat(AT_FDCWD, path, flags), "open", path)
        return Folder(descriptor: descriptor, path: path)
    }

    /// Opens a folder in this one; nil when the name is free.
    ///
    /// Fails with `ENOTDIR` or `ELOOP` when it is something else or a link.
    func subfolder(_ name: String) throws(GitError) -> Folder? {
        let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW
        let child = openat(descriptor, name, flags)
        if child < 0, errno == ENOENT { return nil }
        try checkSystem(child, "openat", path + "/" + name)
        return Folder(descriptor: child, path: path + "/" + name)
    }

    func makeSubfolder(
        _ name: String, _ durability: Durability
    ) throws(GitError) -> Folder {
        if let folder = try subfolder(name) { return folder }
        if mkdirat(descriptor, name, 0o777) < 0, errno != EEXIST {
            throw GitError(errno: errno, in: "mkdirat", on: path + "/" + name)
        }
        try sync(durability)
        guard let folder = try subfolder(name) else {
            throw GitError(errno: ENOENT, in: "mkdirat", on: path + "/" + name)
        }
        return folder
    }

    /// Returns what sits at `name`; nil when the name is free.
    func status(of name: String) throws(GitError) -> FileStatus? {
        var raw = stat()
        let result = fstatat(descriptor, name, &raw, AT_SYMLINK_NOFOLLOW)
        if result < 0, errno == ENOENT { return nil }
        try checkSystem(result, "fstatat", path + "/" + name)
        return FileStatus(raw: raw)
    }

    func removeFile(_ name: String) throws(GitError) {
        let result = unlinkat(descriptor, name, 0)
        if result < 0, errno == ENOENT { return }
        try checkSystem(result, "unlinkat", path + "/" + name)
    }

    /// Removes a folder if it is empty; returns whether it is gone.
    func removeEmptyFolder(_ name: String) -> Bool {
        unlinkat(descriptor, name, AT_REMOVEDIR) == 0 || errno == ENOENT
    }

    /// Renames an entry over whatever file is there.
    func move(
        _ name: String, to folder: borrowing Folder, as newName: String
    ) throws(GitError) {
        let result = renameat(descriptor, name, folder.descriptor, newName)
        try checkSystem(result, "renameat", folder.path + "/" + newName)
    }

    /// Gives a file a second name; fails with `EEXIST` when that name is taken.
    func link(
        _ name: String, to folder: borrowing Folder, as newName: String
    ) throws(GitError) {
        let result = linkat(descriptor, name, folder.descriptor, newName, 0)
        try checkSystem(result, "linkat", folder.path + "/" + newName)
    }

    /// Swaps two files in one step; not every file system can.
    func exchange(
        _ name: String, with other: String, in folder: borrowing Folder
    ) throws(GitError) {
        let result = etude_exchange(descriptor, name, folder.descriptor, other)
        try checkSystem(result, "renameat2", folder.path + "/" + other)
    }
}
