import Crypto

/// The sum at the end of git's own files: its index, packs and their indexes.
///
/// libgit2 hashes whole objects only, with their headers. The sum finds damage; nothing here has to
/// withstand an attacker, whose objects libgit2 checks.
enum SHA1 {
    static let length = Insecure.SHA1.byteCount

    /// Returns the 20 bytes of the hash of all bytes, one part after the other.
    static func hash(_ parts: [ArraySlice<UInt8>]) -> [UInt8] {
        var hash = Insecure.SHA1()
        for part in parts { part.withUnsafeBytes { hash.update(bufferPointer: $0) } }
        return Array(hash.finalize())
    }

    /// Whether a file ends with the hash of all that comes before; nil when the name is free.
    ///
    /// Reads a part of it at a time.
    static func sumHolds(of name: String, in folder: borrowing Folder) throws(GitError) -> Bool? {
        guard let end = try folder.end(of: name, length) else { return nil }
        guard end.bytes.count == length else { return false }
        var (hash, rest) = (Insecure.SHA1(), end.size - length)
        try folder.readParts(of: name) { part in
            let counted = part.prefix(rest)
            counted.withUnsafeBytes { hash.update(bufferPointer: $0) }
            rest -= counted.count
        }
        return rest == 0 && Array(hash.finalize()) == end.bytes
    }

    /// Returns the bytes of a number, highest first.
    static func bigEndian(_ number: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: number.bigEndian) { Array($0) }
    }
}
