#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// What the file system says about one name, without following a link.
struct FileStatus {
    let raw: stat

    var isFile: Bool { raw.st_mode & S_IFMT == S_IFREG }
    var isFolder: Bool { raw.st_mode & S_IFMT == S_IFDIR }
    var isLink: Bool { raw.st_mode & S_IFMT == S_IFLNK }
    var permissions: mode_t { raw.st_mode & 0o777 }
    /// Tells files of one device apart.
    var number: UInt64 { UInt64(raw.st_ino) }
    var device: dev_t { raw.st_dev }

    /// Whether both are the same file on the same device.
    func isSameFile(as other: FileStatus) -> Bool {
        raw.st_ino == other.raw.st_ino && raw.st_dev == other.raw.st_dev
    }

    /// When its bytes changed, in seconds since 1970.
    var modifiedSeconds: Int { modified.tv_sec }
    /// When its bytes, names or permissions changed, in seconds since 1970.
    var changedSeconds: Int { changed.tv_sec }

    #if canImport(Darwin)
    var modified: timespec { raw.st_mtimespec }
    var changed: timespec { raw.st_ctimespec }
    #else
    var modified: timespec { raw.st_mtim }
    var changed: timespec { raw.st_ctim }
    #endif
}
