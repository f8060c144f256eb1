/// The index as this process last read or wrote it, which spares reading it again.
///
/// Git's sum at the end of the file tells whether it is still the same.
final class IndexCache {
    private var file: IndexFile?
    private var size = 0
    private var sum: [UInt8] = []

    /// Runs `body` with the index file in a folder, taken apart; with an empty one where there is none.
    func with<Result>(
        _ name: String, in folder: borrowing Folder,
        _ body: (IndexFile) throws(GitError) -> Result
    ) throws(GitError) -> Result {
        if let file, try isCurrent(name, in: folder) { return try body(file) }
        guard let bytes = try folder.bytes(of: name) else { return try body(IndexFile()) }
        let (size, sum) = (bytes.count, Array(bytes.suffix(SHA1.length)))
        let file = try IndexFile(consume bytes)
        // With `index.skipHash`, there is no sum.
        if sum.contains(where: { $0 != 0 }) { keep(file, size: size, sum: sum) }
        return try body(file)
    }

    /// Returns the index file in a folder, to be changed: it is kept no longer, so that none of it need
    /// be copied.
    func take(_ name: String, in folder: borrowing Folder) throws(GitError) -> IndexFile {
        defer { file = nil }
        if let file, try isCurrent(name, in: folder) { return file }
        file = nil
        return try IndexFile(try folder.bytes(of: name) ?? [])
    }

    func keep(_ file: IndexFile, size: Int, sum: [UInt8]) {
        (self.file, self.size, self.sum) = (file, size, sum)
    }

    private func isCurrent(
        _ name: String, in folder: borrowing Folder
    ) throws(GitError) -> Bool {
        guard let end = try folder.end(of: name, SHA1.length) else { return false }
        return end.size == size && end.bytes == sum
    }
}
