import Crypto

/// The sum at the end of git's index file.
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

    /// Returns the bytes of a number, highest first.
    static func bigEndian(_ number: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: number.bigEndian) { Array($0) }
    }
}
