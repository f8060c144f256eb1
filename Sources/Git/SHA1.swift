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
    /// Reads a part of it at a time, and opens it once: git may remove it meanwhile.
    static func sumHolds(of name: String, in folder: borrowing Folder) throws(GitError) -> Bool? {
        var (hash, end) = (Insecure.SHA1(), ArraySlice<UInt8>())
        let isThere = try folder.readParts(of: name) { part in
            end += part
            end.dropLast(length).withUnsafeBytes { hash.update(bufferPointer: $0) }
            end = ArraySlice(Array(end.suffix(length)))
        }
        return isThere ? Array(hash.finalize()) == Array(end) : nil
    }

    /// Returns the bytes of a number, highest first.
    static func bigEndian(_ number: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: number.bigEndian) { Array($0) }
    }
}
