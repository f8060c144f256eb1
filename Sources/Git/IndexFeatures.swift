/// What a few bytes of git's index tell about its kind, without reading it whole.
enum IndexFeatures {
    /// Returns what keeps us from writing the index in a folder.
    static func unsupportedFeature(
        in folder: borrowing Folder
    ) throws(GitError) -> UnsupportedFeature? {
        guard let end = try folder.end(of: IndexUpdate.name, endLength)?.bytes else { return nil }
        let sum = end.suffix(SHA1.length)
        if sum.allSatisfy({ $0 == 0 }) {
            // What does not even begin like an index is none of a kind, but damaged.
            let isIndex = try folder.bytes(of: IndexUpdate.name)?.starts(with: IndexFile.signature)
            return isIndex == true ? .indexWithoutSum : nil
        }
        if isSparse(end.dropLast(SHA1.length)) { return .sparseIndex }
        return try isSplit(in: folder) ? .splitIndex(isSetting: false) : nil
    }

    /// An extension's name and length.
    private static let headLength = 8
    /// What git may write after all other extensions: where they begin (`EOIE`), an offset and a sum.
    private static let offsetLength = headLength + 4 + SHA1.length
    private static let offsetName = "EOIE"
    private static let endLength = headLength + offsetLength + SHA1.length

    /// Whether the mark of a sparse index, which is empty, comes last or before the offset.
    private static func isSparse(_ end: ArraySlice<UInt8>) -> Bool {
        let mark = IndexFile.sparseName.utf8 + [0, 0, 0, 0]
        let offset = end.suffix(offsetLength)
        let isAtEnd = end.suffix(headLength).elementsEqual(mark)
        return isAtEnd
            || offset.starts(with: offsetName.utf8)
                && end.dropLast(offsetLength).suffix(headLength).elementsEqual(mark)
    }

    /// Whether the index is the smaller part of one that is split; the other stays for a while after
    /// git has joined them.
    private static func isSplit(in folder: borrowing Folder) throws(GitError) -> Bool {
        guard try folder.names().contains(where: { $0.hasPrefix("sharedindex.") }) else {
            return false
        }
        do throws(GitError) {
            _ = try IndexFile(try folder.bytes(of: IndexUpdate.name) ?? [])
            return false
        } catch {
            return error.code == .unsupported(.splitIndex(isSetting: false))
        }
    }
}
