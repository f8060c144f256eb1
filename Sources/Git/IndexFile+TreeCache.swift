extension IndexFile {
    /// Takes back that git knows the trees above a path to match the entries.
    ///
    /// A cache that cannot be read is dropped whole: git can do without it.
    mutating func forgetTrees(above path: TreePath) {
        guard !treeCache.isEmpty else { return }
        do throws(GitError) {
            treeCache = try Self.copy(treeCache, forgetting: path.components.dropLast())
        } catch {
            treeCache = []
        }
    }

    /// Copies the trees, each before those in it; of those along `folders`, all but the id.
    private static func copy(
        _ trees: [UInt8], forgetting folders: [String]
    ) throws(GitError) -> [UInt8] {
        let top: [[UInt8]] = [[]]
        var levels = [(left: 1, names: (top + folders.map { Array($0.utf8) })[...])]
        var reader = IndexReader(trees[...])
        var copy: [UInt8] = []
        while let (left, names) = levels.popLast() {
            guard left > 0 else { continue }
            var tree = try CachedTree(from: &reader)
            let isForgotten = names.first.map { $0[...] } == tree.name
            if isForgotten { tree.forget() }
            copy += tree.bytes
            levels.append((left - 1, names))
            levels.append((tree.subtrees, isForgotten ? names.dropFirst() : []))
        }
        return copy
    }
}

/// One tree of the cache: its name, NUL, the number of its entries (-1: unknown), a space, the
/// number of its subtrees, a line feed, and its id unless it is unknown.
private struct CachedTree {
    let name: ArraySlice<UInt8>
    let subtrees: Int
    private var entries: ArraySlice<UInt8>
    private var id: ArraySlice<UInt8>

    private static let unknown = Array("-1".utf8)[...]

    init(from reader: inout IndexReader) throws(GitError) {
        name = try reader.bytes(before: 0)
        entries = try reader.bytes(before: UInt8(ascii: " "))
        let count = String(decoding: try reader.bytes(before: UInt8(ascii: "\n")), as: UTF8.self)
        guard let count = Int(count) else { throw .damagedIndex("a tree has no size") }
        subtrees = count
        id = try entries == Self.unknown ? [] : reader.bytes(SHA1.length)
    }

    var bytes: [UInt8] { name + [0] + entries + Array(" \(subtrees)\n".utf8) + id }

    mutating func forget() { (entries, id) = (Self.unknown, []) }
}
