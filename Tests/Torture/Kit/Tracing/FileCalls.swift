/// The system calls that have to do with files, by their names on Linux.
enum FileCalls {
    /// Calls that a full or broken disk can make fail.
    static let failing =
        killing + [
            "read", "pread64", "readv", "preadv", "getdents64", "fstat", "newfstatat", "stat",
            "lstat", "statx", "access", "faccessat", "faccessat2", "readlink", "readlinkat",
            "lseek", "fcntl", mapping,
        ]

    /// Also reserves memory, which is no matter of disks.
    static let mapping = "mmap"

    /// Calls that change something, or stand between two that do.
    static let killing = [
        "open", "openat", "creat", "write", "pwrite64", "writev", "pwritev", "copy_file_range",
        "fsync", "fdatasync", "syncfs", "sync_file_range", "msync", "rename", "renameat",
        "renameat2", "link", "linkat", "symlink", "symlinkat", "unlink", "unlinkat", "rmdir",
        "mkdir", "mkdirat", "close", "truncate", "ftruncate", "fallocate", "chmod", "fchmod",
        "fchmodat", "utimensat", "flock",
    ]
}
