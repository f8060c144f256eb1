#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// The lock that lets one process at a time publish to a repository.
///
/// The kernel drops it when its holder dies.
enum ProcessLock {
    static let name = "lock"

    /// Runs `body` while holding the lock.
    ///
    /// Fails with `.locked`, naming the holder, when the backoff is used up first; errors of `body`
    /// come through.
    static func holding<Result: ~Copyable>(
        in folder: borrowing Folder, _ backoff: inout Backoff,
        _ body: (inout Backoff) throws(GitError) -> Result
    ) throws(GitError) -> Result {
        let file = try acquire(in: folder, &backoff)
        defer { close(file) }
        return try body(&backoff)
    }

    /// Returns who holds the lock, such as "process 42"; nil when nobody does.
    static func holder(in folder: borrowing Folder) throws(GitError) -> String? {
        let file = openat(folder.descriptor, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        if file < 0, errno == ENOENT { return nil }
        try checkSystem(file, "openat", folder.path + "/" + name)
        defer { close(file) }
        return flock(file, LOCK_EX | LOCK_NB) == 0 ? nil : try signature(in: folder)
    }

    private static func acquire(
        in folder: borrowing Folder, _ backoff: inout Backoff
    ) throws(GitError) -> Int32 {
        while true {
            if let file = try attempt(in: folder) { return file }
            guard backoff.pause() else { throw try busy(folder) }
        }
    }

    private static func attempt(in folder: borrowing Folder) throws(GitError) -> Int32? {
        let path = folder.path + "/" + name
        let flags = O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW
        let file = try checkSystem(openat(folder.descriptor, name, flags, 0o666), "openat", path)
        guard flock(file, LOCK_EX | LOCK_NB) == 0, try isCurrent(file, in: folder) else {
            close(file)
            return nil
        }
        sign(file)
        return file
    }

    /// Writes who holds the lock, for people.
    ///
    /// A fixed length spares cutting the file, after which some file systems write to disk at once.
    private static func sign(_ file: Int32) {
        let text = "process \(getpid())"
        let padding = String(repeating: " ", count: max(0, signatureLength - text.utf8.count))
        let holder = Array((text + padding + "\n").utf8)
        pwrite(file, holder, holder.count, 0)
    }

    private static let signatureLength = 30

    /// Whether the locked file still has its name: somebody may have deleted it meanwhile.
    private static func isCurrent(
        _ file: Int32, in folder: borrowing Folder
    ) throws(GitError) -> Bool {
        var raw = stat()
        guard fstat(file, &raw) == 0, let named = try folder.status(of: name) else { return false }
        return named.isSameFile(as: FileStatus(raw: raw))
    }

    private static func busy(_ folder: borrowing Folder) throws(GitError) -> GitError {
        GitError(
            code: .locked, function: "flock",
            message: "\(try signature(in: folder)) is writing to the memory and holds "
                + "'\(folder.path)/\(name)'")
    }

    private static func signature(in folder: borrowing Folder) throws(GitError) -> String {
        let text = String(decoding: try folder.bytes(of: name) ?? [], as: UTF8.self)
        let words = text.prefix { $0 != "\n" }.split(separator: " ").joined(separator: " ")
        return words.isEmpty ? "another process" : words
    }
}
