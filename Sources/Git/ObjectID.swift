import Clibgit2

/// The name of a git object: the SHA-1 hash of its kind and contents.
public struct ObjectID: Sendable {
    let raw: git_oid

    init(_ raw: git_oid) { self.raw = raw }

    /// Parses a full name of 40 hexadecimal digits in either case; nil when it is not one.
    public init?(hex: String) {
        guard hex.utf8.count == 40 else { return nil }
        var raw = git_oid()
        guard git_oid_fromstr(&raw, hex) == 0 else { return nil }
        self.raw = raw
    }

    /// Takes the 20 bytes of a name; nil when there are more or fewer.
    init?(bytes: some Collection<UInt8>) {
        guard bytes.count == 20 else { return nil }
        var raw = git_oid()
        withUnsafeMutableBytes(of: &raw) { $0.copyBytes(from: bytes) }
        self.raw = raw
    }

    var bytes: [UInt8] { withUnsafeBytes(of: raw) { Array($0) } }

    /// The first 7 hexadecimal digits, for people.
    public var short: String { String(description.prefix(7)) }

    /// Returns the name that git gives a blob of these bytes; needs no repository.
    public static func hash(ofBlob bytes: [UInt8]) -> ObjectID {
        var raw = git_oid()
        let started: Void? = try? Library.start()
        let status = git_odb_hash(&raw, bytes, bytes.count, GIT_OBJECT_BLOB)
        precondition(started != nil && status == 0, "libgit2 starts and can hash a blob")
        return ObjectID(raw)
    }
}

extension ObjectID: Hashable {
    /// Compares all twenty bytes.
    public static func == (left: Self, right: Self) -> Bool {
        withUnsafeBytes(of: left.raw) { left in
            withUnsafeBytes(of: right.raw) { right in left.elementsEqual(right) }
        }
    }

    /// Feeds all twenty bytes.
    public func hash(into hasher: inout Hasher) {
        withUnsafeBytes(of: raw) { hasher.combine(bytes: $0) }
    }
}

extension ObjectID: CustomStringConvertible {
    /// The full name: 40 lower-case hexadecimal digits.
    public var description: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(unsafeUninitializedCapacity: 40) { text in
            withUnsafeBytes(of: raw) { bytes in
                for (position, byte) in bytes.enumerated() {
                    text[2 * position] = digits[Int(byte >> 4)]
                    text[2 * position + 1] = digits[Int(byte & 15)]
                }
            }
            return 40
        }
    }
}
