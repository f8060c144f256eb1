import EtudeDomain
import Foundation

/// One account in the bytes of a log; little-endian.
///
/// ```
/// length u32 · flags u32 · checksum u64 of all that follows
/// trace u64 · agent's hash u64 · ended f64 · commit 20 bytes · padding 4
/// signature u64 × 4
/// agent, skill, task, leaning, right: each its length u32 and its bytes
/// ```
struct LogRow {
    let bytes: Data
    let start: Int
    let size: Int
    private let flags: Flags

    private struct Flags: OptionSet {
        let rawValue: UInt32
        static let hasRight = Flags(rawValue: 1)
        static let hasLeaning = Flags(rawValue: 2)
        static let succeeded = Flags(rawValue: 4)
        static let baseSucceeded = Flags(rawValue: 8)
        static let isAfterthought = Flags(rawValue: 16)
    }

    private enum Offset {
        static let flags = 4
        static let checksum = 8
        static let trace = 16
        static let agent = 24
        static let ended = 32
        static let commit = 40
        static let signature = 64
        static let texts = 96
    }

    private static let commitLength = 20

    /// The row at `start`; nil where the bytes do not reach so far.
    init?(_ bytes: Data, at start: Int) {
        guard start >= 0, start + Offset.texts <= bytes.count else { return nil }
        self.bytes = bytes
        self.start = start
        size = Int(Self.number(bytes, start, as: UInt32.self))
        flags = Flags(rawValue: Self.number(bytes, start + Offset.flags))
        guard size >= Offset.texts, size <= bytes.count - start else { return nil }
    }

    var end: Int { start + size }
    var trace: UInt64 { Self.number(bytes, start + Offset.trace) }
    var agent: UInt64 { Self.number(bytes, start + Offset.agent) }
    var hasRight: Bool { flags.contains(.hasRight) }
    var keepsPlace: Bool { flags.contains(.isAfterthought) }

    var commit: [UInt8] {
        let first = start + Offset.commit
        return Array(bytes[first..<(first + Self.commitLength)])
    }

    var hex: String { Self.hex(commit) }

    static func hex(_ commit: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(
            decoding: commit.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self
        )
    }

    var signature: Signature {
        Signature(
            words: (
                Self.number(bytes, start + Offset.signature),
                Self.number(bytes, start + Offset.signature + 8),
                Self.number(bytes, start + Offset.signature + 16),
                Self.number(bytes, start + Offset.signature + 24)
            ))
    }

    var checksum: UInt64 { Self.number(bytes, start + Offset.checksum) }

    /// Whether the bytes are those that were written.
    var isIntact: Bool { checksum == Self.checksum(of: bytes, start, size) }

    /// The account; nil where the bytes hold none.
    var account: Account? {
        var offset = start + Offset.texts
        var texts: [String] = []
        for _ in 0..<5 {
            guard offset + 4 <= end else { return nil }
            let length = Int(Self.number(bytes, offset, as: UInt32.self))
            guard length <= end - offset - 4 else { return nil }
            texts.append(
                String(decoding: bytes[(offset + 4)..<(offset + 4 + length)], as: UTF8.self))
            offset += 4 + length
        }
        guard let trace = EntryID(number: trace), let skill = SkillPath(texts[1]) else {
            return nil
        }
        let ended = Double(bitPattern: Self.number(bytes, start + Offset.ended))
        let (task, succeeded) = (texts[2], flags.contains(.succeeded))
        let attempt =
            hasRight
            ? Attempt(
                trace: trace, skill: skill, task: task,
                leaning: flags.contains(.hasLeaning) ? texts[3] : nil, right: texts[4],
                succeeded: succeeded, baseSucceeded: flags.contains(.baseSucceeded)) : nil
        return Account(
            commit: hex, isAfterthought: keepsPlace, agent: texts[0], trace: trace, skill: skill,
            task: task, outcome: succeeded ? .success : .failure,
            ended: Date(timeIntervalSince1970: ended), attempt: attempt)
    }

    /// The bytes of a row that says `account`.
    static func bytes(of account: Account) -> Data {
        let attempt = account.attempt
        var flags: Flags = []
        if attempt != nil { flags.insert(.hasRight) }
        if attempt?.situation.leaning != nil { flags.insert(.hasLeaning) }
        if account.outcome == .success { flags.insert(.succeeded) }
        if attempt?.baseSucceeded == true { flags.insert(.baseSucceeded) }
        if account.isAfterthought { flags.insert(.isAfterthought) }
        var rest = ByteWriter()
        rest.append(account.trace.number)
        rest.append(stableHash(account.agent))
        rest.append(account.ended.timeIntervalSince1970)
        rest.append(Self.commit(account.commit) + [0, 0, 0, 0])
        for word in Signature(of: attempt?.situation.terms.stems ?? []).all { rest.append(word) }
        for text in [
            account.agent, account.skill.text, account.task, attempt?.situation.leaning ?? "",
            attempt?.right ?? "",
        ] { rest.append(text) }
        var row = ByteWriter()
        row.append(UInt32(Offset.trace + rest.count))
        row.append(flags.rawValue)
        row.append(UInt64(0))
        row.append(rest.bytes)
        var bytes = Data(row.bytes)
        var sum = ByteWriter()
        sum.append(checksum(of: bytes, 0, bytes.count))
        bytes.replaceSubrange(Offset.checksum..<Offset.trace, with: sum.bytes)
        return bytes
    }

    private static func commit(_ hex: String) -> [UInt8] {
        let digits = Array(hex.utf8.prefix(2 * commitLength)).map { UInt8(hexDigit: $0) }
        let pairs = stride(from: 0, to: digits.count - 1, by: 2).map {
            digits[$0] << 4 | digits[$0 + 1]
        }
        return pairs + Array(repeating: 0, count: commitLength - pairs.count)
    }

    /// The checksum of a row, its length and flags included.
    private static func checksum(of bytes: Data, _ start: Int, _ size: Int) -> UInt64 {
        var sum = EtudeRecall.checksum(
            of: bytes.bytes, in: (start + Offset.trace)..<(start + size))
        mix(number(bytes, start), into: &sum)
        return sum
    }

    private static func number(_ bytes: Data, _ offset: Int) -> UInt64 {
        number(bytes, offset, as: UInt64.self)
    }

    private static func number(_ bytes: Data, _ offset: Int) -> UInt32 {
        number(bytes, offset, as: UInt32.self)
    }

    private static func number<Number: FixedWidthInteger & BitwiseCopyable>(
        _ bytes: Data, _ offset: Int, as type: Number.Type
    ) -> Number {
        Number(
            littleEndian: unsafe bytes.bytes.unsafeLoadUnaligned(
                fromByteOffset: offset, as: type))
    }
}

/// Which of 256 bits the words of a text set: what has a word has its bit.
struct Signature: Sendable {
    private var words: (UInt64, UInt64, UInt64, UInt64)

    init(words: (UInt64, UInt64, UInt64, UInt64)) { self.words = words }

    init(of stems: [String]) {
        var words: [UInt64] = [0, 0, 0, 0]
        for stem in stems {
            let bit = Int(stableHash(stem) >> 56)
            words[bit / 64] |= 1 << UInt64(bit % 64)
        }
        self.words = (words[0], words[1], words[2], words[3])
    }

    var all: [UInt64] { [words.0, words.1, words.2, words.3] }

    /// Whether every bit of `other` is set.
    func contains(_ other: Signature) -> Bool {
        words.0 & other.words.0 == other.words.0 && words.1 & other.words.1 == other.words.1
            && words.2 & other.words.2 == other.words.2 && words.3 & other.words.3 == other.words.3
    }
}

extension UInt8 {
    /// The value of a lower-case hexadecimal digit; 0 for anything else.
    fileprivate init(hexDigit: UInt8) {
        switch hexDigit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): self = hexDigit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): self = hexDigit - UInt8(ascii: "a") + 10
        default: self = 0
        }
    }
}
