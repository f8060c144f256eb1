import Clibgit2

/// An object as git keeps it in a file of its own: kind, size and bytes, compressed by zlib.
struct LooseObject {
    let kind: git_object_t
    let bytes: [UInt8]

    /// The most bytes that an object may have; one that says it is larger counts as damaged.
    static let largestSize = 1 << 28

    init(kind: git_object_t, bytes: [UInt8]) {
        self.kind = kind
        self.bytes = bytes
    }

    /// Takes a file apart; nil when it is damaged: cut short, longer than it says, or no object.
    init?(packed: [UInt8]) {
        guard let start = Self.unpacked(packed, limit: Self.longestHeader, isWhole: false),
            let header = Header(start), header.size <= Self.largestSize,
            let all = Self.unpacked(packed, limit: header.length + header.size, isWhole: true),
            all.count == header.length + header.size
        else { return nil }
        kind = header.kind
        bytes = Array(all[header.length...])
    }

    /// Whether a file says that its object is larger than what is read here.
    static func isTooLarge(packed: [UInt8]) -> Bool {
        unpacked(packed, limit: longestHeader, isWhole: false).flatMap(Header.init)
            .map { $0.size > largestSize } ?? false
    }

    /// The name that git gives these bytes; nil for a kind that git does not have.
    var id: ObjectID? {
        var raw = git_oid()
        return git_odb_hash(&raw, bytes, bytes.count, kind) == 0 ? ObjectID(raw) : nil
    }

    /// The file of the object; nil when there is not enough memory.
    var packed: [UInt8]? {
        guard let name = git_object_type2string(kind) else { return nil }
        return Self.packed("\(String(cString: name)) \(bytes.count)\0".utf8 + bytes)
    }

    /// Compresses the bytes of a file; nil when there is not enough memory.
    static func packed(_ plain: [UInt8]) -> [UInt8]? {
        var size = compressBound(uLong(plain.count))
        var packed = [UInt8](repeating: 0, count: Int(size))
        let status = compress2(&packed, &size, plain, uLong(plain.count), Z_BEST_SPEED)
        return status == Z_OK ? Array(packed[..<Int(size)]) : nil
    }

    private static let longestHeader = 32

    /// Returns what `packed` holds, up to `limit` bytes; nil when it is damaged.
    ///
    /// Whole means that it holds no more than that, and nothing comes after it.
    private static func unpacked(_ packed: [UInt8], limit: Int, isWhole: Bool) -> [UInt8]? {
        var (size, read) = (uLong(limit + 1), uLong(packed.count))
        var status = Z_OK
        let bytes = [UInt8](unsafeUninitializedCapacity: limit + 1) { buffer, count in
            status = uncompress2(buffer.baseAddress, &size, packed, &read)
            count = Int(size)
        }
        if isWhole { return status == Z_OK && read == packed.count ? bytes : nil }
        return status == Z_OK || status == Z_BUF_ERROR ? bytes : nil
    }
}

/// What stands before the bytes of an object, such as `blob 12` and a NUL.
private struct Header {
    let kind: git_object_t
    let size: Int
    /// In bytes, with the NUL.
    let length: Int

    init?(_ start: [UInt8]) {
        guard let end = start.firstIndex(of: 0) else { return nil }
        let words = start[..<end].split(
            separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
        guard words.count == 2, let size = Int(String(decoding: words[1], as: UTF8.self)),
            (0...Int(UInt32.max)).contains(size)
        else { return nil }
        kind = git_object_string2type(String(decoding: words[0], as: UTF8.self))
        guard (GIT_OBJECT_COMMIT.rawValue...GIT_OBJECT_TAG.rawValue).contains(kind.rawValue) else {
            return nil
        }
        self.size = size
        length = end + 1
    }
}
