/// git's index file, taken apart just far enough to exchange single entries.
///
/// libgit2 makes an object of every entry, which costs more than all the rest of a commit to a large
/// memory. The format is that of git's documentation, `gitformat-index`, versions 2 to 4. Other
/// entries keep their bytes; optional extensions that every change makes stale are left out, as git
/// allows.
struct IndexFile {
    /// The version to write: 2, 3 or 4.
    private(set) var version: UInt32 = 2
    /// The entries in the layout of version 3, one after the other.
    var entries: [UInt8] = []
    /// Where each entry begins, in git's order.
    var starts: [Int] = []
    /// The ids of the trees that git knows to match the entries (`TREE`).
    var treeCache: [UInt8] = []
    /// What `git add` settled after a merge, and a person may want back (`REUC`).
    private var settledConflicts: [UInt8] = []

    static let signature = Array("DIRC".utf8)
    private static let treeCacheName = "TREE"
    private static let settledConflictsName = "REUC"
    private static let splitName = "link"
    static let sparseName = "sdir"

    /// An index without entries.
    init() {}

    /// Takes the bytes of an index file apart.
    ///
    /// - Throws: A ``GitError``: `.damaged` when they contradict themselves or their sum, and
    ///   `.unsupported` for versions and extensions that cannot be kept.
    init(_ bytes: consuming [UInt8]) throws(GitError) {
        guard bytes.starts(with: Self.signature), bytes.count >= SHA1.length else {
            throw .damagedIndex("it does not begin as one")
        }
        let content = bytes.count - SHA1.length
        // With `index.skipHash`, git writes zeros.
        guard
            bytes[content...].allSatisfy({ $0 == 0 })
                || bytes[content...].elementsEqual(SHA1.hash([bytes[..<content]]))
        else {
            throw .damagedIndex("its sum is wrong")
        }
        bytes.removeSubrange(content...)
        // A copy: a slice would have all bytes copied when they change.
        var reader = IndexReader(Array(bytes[Self.signature.count...].prefix(8))[...])
        version = try reader.number()
        guard (2...4).contains(version) else {
            throw .unsupported(.indexVersion(version))
        }
        let count = Int(try reader.number())
        bytes.removeSubrange(..<(Self.signature.count + 8))
        reader = IndexReader(try readEntries(count, from: consume bytes))
        while !reader.isAtEnd { try readExtension(from: &reader) }
    }

    /// Returns the bytes of the file, in parts that follow each other.
    func parts() -> [[UInt8]] {
        var parts = [
            Self.signature + SHA1.bigEndian(version) + SHA1.bigEndian(UInt32(starts.count)),
            version == 4 ? compressedEntries() : entries,
            Self.extension(Self.treeCacheName, treeCache)
                + Self.extension(Self.settledConflictsName, settledConflicts),
        ]
        parts.append(SHA1.hash(parts.map { $0[...] }))
        return parts
    }

    private static func `extension`(_ name: String, _ content: [UInt8]) -> [UInt8] {
        guard !content.isEmpty else { return [] }
        return name.utf8 + SHA1.bigEndian(UInt32(content.count)) + content
    }

    private mutating func readExtension(from reader: inout IndexReader) throws(GitError) {
        let name = String(decoding: try reader.bytes(4), as: UTF8.self)
        let content = try reader.bytes(Int(try reader.number()))
        switch name {
        case Self.treeCacheName: treeCache = Array(content)
        case Self.settledConflictsName: settledConflicts = Array(content)
        case Self.splitName: throw Self.split
        default:
            // A capital letter says that git can do without it.
            guard let first = name.utf8.first, (0x41...0x5A).contains(first) else {
                throw .unsupported(name == Self.sparseName ? .sparseIndex : .indexExtension(name))
            }
        }
    }

    static let split = GitError.unsupported(.splitIndex(isSetting: false))
}
