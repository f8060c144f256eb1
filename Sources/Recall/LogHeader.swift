import Foundation

/// The first bytes of a log.
///
/// ```
/// magic u64 · what it continues: sum u64, bytes u64 · own bytes that count the same u64
/// checksum u64
/// ```
struct LogHeader: Sendable {
    private let continued: AttemptMark?
    private let continuedEnd: Int

    private static let magic: UInt64 = 0x3147_4F4C_4455_5445
    static let size = 40

    /// Starts a log that counts in `end` bytes what another does up to its mark.
    init(continuing mark: AttemptMark? = nil, end: Int = 0) {
        continued = mark
        continuedEnd = end
    }

    /// Reads a header; nil when it is damaged or of another format.
    init?(_ bytes: Data) {
        guard bytes.startIndex == 0, bytes.count >= Self.size else { return nil }
        let words = (0..<5).map { place in
            UInt64(
                littleEndian: unsafe bytes.bytes.unsafeLoadUnaligned(
                    fromByteOffset: 8 * place, as: UInt64.self))
        }
        guard words[0] == Self.magic, words[4] == Self.sum(of: bytes) else { return nil }
        continued =
            words[1] == 0
            ? nil : AttemptMark(sum: Int(clamping: words[1]), end: Int(clamping: words[2]))
        continuedEnd = Int(clamping: words[3])
    }

    /// The bytes.
    var bytes: Data {
        var writer = ByteWriter()
        writer.append(Self.magic)
        writer.append(UInt64(continued?.sum ?? 0))
        writer.append(UInt64(continued?.end ?? 0))
        writer.append(UInt64(continuedEnd))
        writer.append(Self.sum(of: Data(writer.bytes)))
        return Data(writer.bytes)
    }

    /// The checksum of all that is taken in before the first row.
    var sum: UInt64 { Self.sum(of: bytes) }

    private static func sum(of bytes: Data) -> UInt64 {
        checksum(of: bytes.bytes, in: 0..<(size - 8))
    }

    /// Whether a mark of the log that this one continues stands for its first bytes.
    func continues(_ mark: AttemptMark) -> Int? {
        mark == continued ? continuedEnd : nil
    }
}
