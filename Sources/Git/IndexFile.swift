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

    private static let signature = Array("DIRC".utf8)
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
    init(_ bytes: [UInt8]) throws(GitError) {
        let (content, sum) = (bytes.dropLast(SHA1.length), bytes.suffix(SHA1.length))
        guard content.starts(with: Self.signature) else {
            throw .damagedIndex("it does not begin as one")
        }
        // With `index.skipHash`, git writes zeros.
        guard sum.allSatisfy({ $0 == 0 }) || sum.elementsEqual(SHA1.hash(content)) else {
            throw .damagedIndex("its sum is wrong")
        }
        var reader = IndexReader(content.dropFirst(Self.signature.count))
        version = try reader.number()
        guard (2...4).contains(version) else {
            throw .unsupported(.indexVersion(version))
        }
        try readEntries(Int(try reader.number()), from: &reader)
        while !reader.isAtEnd { try readExtension(from: &reader) }
    }

    /// Returns the bytes of the file.
    func bytes() -> [UInt8] {
        var bytes = Self.signature + SHA1.bigEndian(version) + SHA1.bigEndian(UInt32(starts.count))
        let extensions =
            Self.extension(Self.treeCacheName, treeCache)
            + Self.extension(Self.settledConflictsName, settledConflicts)
        bytes.reserveCapacity(bytes.count + entries.count + extensions.count + SHA1.length)
        bytes += version == 4 ? compressedEntries() : entries
        bytes += extensions
        bytes += SHA1.hash(bytes[...])
        return bytes
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
