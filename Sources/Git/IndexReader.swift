/// Reads the parts of an index file one after the other.
struct IndexReader {
    private(set) var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func bytes(_ count: Int) throws(GitError) -> ArraySlice<UInt8> {
        guard count <= rest.count else { throw .damagedIndex("it ends too early") }
        defer { rest = rest.dropFirst(count) }
        return rest.prefix(count)
    }

    /// Reads up to a byte, and past it.
    mutating func bytes(before end: UInt8) throws(GitError) -> ArraySlice<UInt8> {
        guard let position = rest.firstIndex(of: end) else {
            throw .damagedIndex("it ends too early")
        }
        defer { rest = rest[(position + 1)...] }
        return rest[..<position]
    }

    /// Reads a number of four bytes, highest first.
    mutating func number() throws(GitError) -> UInt32 {
        try bytes(4).reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// Reads a number of as many bytes as it needs, highest first; all but the last have their top
    /// bit set (git's documentation, `gitformat-pack`, "offset encoding").
    mutating func packedNumber() throws(GitError) -> Int {
        var byte = try bytes(1).reduce(0) { $1 }
        var number = Int(byte & 0x7F)
        while byte & 0x80 != 0 {
            guard number < 1 << 32 else { throw .damagedIndex("a number is too large") }
            byte = try bytes(1).reduce(0) { $1 }
            number = (number + 1) << 7 | Int(byte & 0x7F)
        }
        return number
    }
}
