/// The index as this process last wrote it, which spares reading it again.
///
/// Git's sum at the end of the file tells whether it is still the same.
final class IndexCache {
    private var file: IndexFile?
    private var size = 0
    private var sum: [UInt8] = []

    /// Returns the index file in a folder, taken apart.
    func file(_ name: String, in folder: borrowing Folder) throws(GitError) -> IndexFile {
        if let file, let end = try folder.end(of: name, SHA1.length),
            end.size == size, end.bytes == sum
        {
            return file
        }
        return try IndexFile(try folder.bytes(of: name) ?? [])
    }

    func keep(_ file: IndexFile, written bytes: [UInt8]) {
        self.file = file
        size = bytes.count
        sum = Array(bytes.suffix(SHA1.length))
    }
}
