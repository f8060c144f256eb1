#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

extension Folder {
    /// Returns the bytes of a file; nil when the name is free.
    func bytes(of name: String) throws(GitError) -> [UInt8]? {
        guard let file = try openFile(name) else { return nil }
        defer { close(file) }
        return try readAll(file, name)
    }

    /// Reads a file from start to end, a part at a time, however large it is.
    ///
    /// - Returns: Whether there is such a file.
    func readParts(
        of name: String, _ body: (ArraySlice<UInt8>) -> Void
    ) throws(GitError) -> Bool {
        guard let file = try openFile(name) else { return false }
        defer { close(file) }
        try readParts(file, name, body)
        return true
    }

    /// Returns the size of a file in bytes, and its last `count` bytes or fewer; nil when the name
    /// is free.
    func end(
        of name: String, _ count: Int
    ) throws(GitError) -> (size: Int, bytes: [UInt8])? {
        guard let file = try openFile(name) else { return nil }
        defer { close(file) }
        let path = self.path + "/" + name
        let size = Int(lseek(file, 0, SEEK_END))
        try checkSystem(size < 0 ? -1 : 0, "lseek", path)
        var bytes = [UInt8](repeating: 0, count: count)
        let read = pread(file, &bytes, count, off_t(max(0, size - count)))
        try checkSystem(read < 0 ? -1 : 0, "pread", path)
        return (size, Array(bytes.prefix(read)))
    }

    private func openFile(_ name: String) throws(GitError) -> Int32? {
        let file = openat(descriptor, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        if file < 0, errno == ENOENT { return nil }
        return try checkSystem(file, "openat", path + "/" + name)
    }

    /// Writes a file anew, replacing what it holds.
    ///
    /// Without permissions, the mask of the process decides.
    func write(
        _ bytes: [UInt8], to name: String, permissions: mode_t? = nil, _ durability: Durability
    ) throws(GitError) {
        try write([bytes], to: name, permissions: permissions, durability)
    }

    /// Writes a file whose name must be free; fails with `EEXIST` otherwise.
    func create(
        _ name: String, _ bytes: [UInt8], permissions: mode_t, _ durability: Durability
    ) throws(GitError) {
        let flags = O_WRONLY | O_CREAT | O_EXCL | Self.writing
        try write([bytes], to: name, flags, permissions, durability)
    }

    /// Writes a file anew, with all bytes of the parts one after the other.
    func write(
        _ parts: [[UInt8]], to name: String, permissions: mode_t?, _ durability: Durability
    ) throws(GitError) {
        let flags = O_WRONLY | O_CREAT | O_TRUNC | Self.writing
        try write(parts, to: name, flags, permissions, durability)
    }

    /// Writes over the beginning of a file, which stays as long as it was if that is longer.
    func overwrite(
        _ bytes: [UInt8], in name: String, _ durability: Durability
    ) throws(GitError) {
        try write([bytes], to: name, O_WRONLY | O_CREAT | Self.writing, nil, durability)
    }

    /// A pipe in the place of a file fails, and keeps nobody waiting.
    private static let writing = O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK

    /// The one place where bytes of our own files reach the disk.
    private func write(
        _ parts: [[UInt8]], to name: String, _ flags: Int32, _ permissions: mode_t?,
        _ durability: Durability
    ) throws(GitError) {
        let path = self.path + "/" + name
        let file = try checkSystem(openat(descriptor, name, flags, 0o666), "openat", path)
        do throws(GitError) {
            for part in parts { try writeAll(part, file, name) }
            if let permissions { try checkSystem(fchmod(file, permissions), "fchmod", path) }
            try Self.sync(file, durability, path)
        } catch {
            close(file)
            throw error
        }
        try checkSystem(close(file), "close", path)
    }

    /// Makes the names in the folder survive a power cut; their bytes are synced as they are written.
    func sync(_ durability: Durability = .durable) throws(GitError) {
        try Self.sync(descriptor, durability, path)
    }

    /// Makes everything in the folder survive a power cut.
    func syncAll() throws(GitError) {
        for name in try names() {
            if let folder = try status(of: name)?.isFolder == true ? subfolder(name) : nil {
                try folder.syncAll()
            } else if let file = try openFile(name) {
                defer { close(file) }
                try Self.sync(file, .durable, path + "/" + name)
            }
        }
        try sync()
    }

    private static func sync(
        _ file: Int32, _ durability: Durability, _ path: String
    ) throws(GitError) {
        guard durability == .durable else { return }
        #if canImport(Darwin)
        if fcntl(file, F_FULLFSYNC) == 0 { return }
        #endif
        try checkSystem(fsync(file), "fsync", path)
    }

    private func readAll(_ file: Int32, _ name: String) throws(GitError) -> [UInt8] {
        var status = stat()
        try checkSystem(fstat(file, &status), "fstat", path + "/" + name)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Int(status.st_size))
        try readParts(file, name) { bytes.append(contentsOf: $0) }
        return bytes
    }

    private func readParts(
        _ file: Int32, _ name: String, _ body: (ArraySlice<UInt8>) -> Void
    ) throws(GitError) {
        var part = [UInt8](repeating: 0, count: 65536)
        while true {
            let count = read(file, &part, part.count)
            if count < 0, errno == EINTR { continue }
            try checkSystem(count < 0 ? -1 : 0, "read", path + "/" + name)
            guard count > 0 else { return }
            body(part[..<count])
        }
    }

    private func writeAll(_ bytes: [UInt8], _ file: Int32, _ name: String) throws(GitError) {
        var offset = 0
        while offset < bytes.count {
            let count = bytes[offset...].withUnsafeBytes {
                #if canImport(Darwin)
                Darwin.write(file, $0.baseAddress, $0.count)
                #else
                Glibc.write(file, $0.baseAddress, $0.count)
                #endif
            }
            if count < 0, errno == EINTR { continue }
            try checkSystem(count < 0 ? -1 : 0, "write", path + "/" + name)
            offset += count
        }
    }
}
