#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

extension Folder {
    /// Returns the names in the folder, without `.` and `..`, in no order.
    func names() throws(GitError) -> [String] {
        let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC
        let copy = try checkSystem(openat(descriptor, ".", flags), "openat", path)
        guard let list = fdopendir(copy) else {
            let error = GitError(errno: errno, in: "fdopendir", on: path)
            close(copy)
            throw error
        }
        defer { closedir(list) }
        var names: [String] = []
        while let entry = readdir(list) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) {
                    String(cString: $0)
                }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    /// Returns everything below the folder that is no folder, by its path from here, sorted.
    func filesBelow() throws(GitError) -> [String] {
        var files: [String] = []
        for name in try names() {
            guard try status(of: name)?.isFolder == true, let folder = try subfolder(name) else {
                files.append(name)
                continue
            }
            files += try folder.filesBelow().map { name + "/" + $0 }
        }
        return files.sorted()
    }

    /// Removes an entry, and everything below it if it is a folder.
    func removeAll(_ name: String) throws(GitError) {
        guard try status(of: name)?.isFolder == true, let folder = try subfolder(name) else {
            return try removeFile(name)
        }
        for entry in try folder.names() { try folder.removeAll(entry) }
        _ = removeEmptyFolder(name)
    }
}
