import EtudeDomain
public import struct Foundation.Data

/// An inverted index over the strategies of one revision, in the bytes of one file.
///
/// A query reads the bytes where they are, so that a new process answers without loading anything
/// but the file itself.
public struct RecallIndex: RecallEngine {
    /// The bytes, which can be written to a file as they are.
    public let bytes: Data
    private let starts: [Int]

    /// Builds an index over `strategies`, which should be those that may be recalled at all:
    /// neither retired nor superseded.
    ///
    /// - Parameters:
    ///   - strategies: The strategies, in any order.
    ///   - revision: The revision they were read from, at most 40 ASCII characters.
    ///   - limits: How much the charter lets be handed over before a task.
    ///   - notes: What whoever recalls should be told, such as entries that were left out.
    public init(
        of strategies: [IndexedStrategy], revision: String?, limits: RecallLimits,
        notes: [String] = []
    ) {
        let ordered = strategies.sorted {
            ($0.strategy.lesson.title, $0.strategy.id) < ($1.strategy.lesson.title, $1.strategy.id)
        }
        bytes = Data(
            IndexWriter.bytes(of: ordered, revision: revision, limits: limits, notes: notes))
        starts = Self.starts(in: bytes)
    }

    /// Reads the bytes of an index, which may be those of a mapped file; nil when they are damaged or
    /// of another format.
    public init?(bytes: Data) {
        guard bytes.startIndex == 0, bytes.count >= IndexLayout.headerEnd,
            Self.number(in: bytes, at: 0, as: UInt64.self) == IndexLayout.magic,
            Self.number(in: bytes, at: IndexLayout.checksumOffset, as: UInt64.self)
                == checksum(of: bytes.bytes, from: IndexLayout.revisionOffset)
        else { return nil }
        self.bytes = bytes
        starts = Self.starts(in: bytes)
    }

    /// The revision it was built from; nil for a memory without commits.
    public var revision: String? {
        let name = bytes[IndexLayout.revisionOffset..<IndexLayout.headerOffset].prefix { $0 != 0 }
        return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
    }

    /// The number of strategies.
    public var count: Int { starts[IndexLayout.Header.entryCount.rawValue] }

    /// How much the charter lets be handed over before a task.
    public var limits: RecallLimits {
        RecallLimits(
            strategies: Int(number(.notes, 0, as: UInt32.self)),
            characters: Int(number(.notes, 4, as: UInt32.self)))
    }

    /// What whoever recalls should be told.
    public var notes: [String] {
        var offset = 12
        return (0..<number(.notes, 8, as: UInt32.self)).map { _ in text(.notes, &offset) }
    }

    private static func starts(in bytes: Data) -> [Int] {
        IndexLayout.Header.allCases.map { Int(number(in: bytes, at: $0.offset, as: UInt32.self)) }
    }

    private static func number<Number: FixedWidthInteger & BitwiseCopyable>(
        in bytes: Data, at offset: Int, as type: Number.Type
    ) -> Number {
        Number(
            littleEndian: unsafe bytes.bytes.unsafeLoadUnaligned(
                fromByteOffset: offset, as: type))
    }
}

extension RecallIndex {
    func number<Number: FixedWidthInteger & BitwiseCopyable>(
        _ section: IndexLayout.Header, _ offset: Int, as type: Number.Type = Number.self
    ) -> Number {
        Self.number(in: bytes, at: starts[section.rawValue] + offset, as: type)
    }

    /// The rows that a sorted table of keys has for `hash`; empty when it has none.
    func rows(of hash: UInt64, in table: IndexLayout.Header, upTo end: IndexLayout.Header) -> Range<
        Int
    > {
        var low = 0
        var high = (starts[end.rawValue] - starts[table.rawValue]) / IndexLayout.keySize
        while low < high {
            let middle = (low + high) / 2
            let key: UInt64 = number(table, middle * IndexLayout.keySize)
            if key == hash {
                let first = Int(number(table, middle * IndexLayout.keySize + 8, as: UInt32.self))
                let count = Int(number(table, middle * IndexLayout.keySize + 12, as: UInt32.self))
                return first..<(first + count)
            }
            if key < hash { low = middle + 1 } else { high = middle }
        }
        return 0..<0
    }

    /// How the advice of `entry` did.
    func record(of entry: Int) -> AdviceRecord {
        let row = entry * IndexLayout.Row.size
        let helped = Float(bitPattern: number(.entries, row + IndexLayout.Row.helped))
        let harmed = Float(bitPattern: number(.entries, row + IndexLayout.Row.harmed))
        return AdviceRecord(helped: Double(helped), harmed: Double(harmed))
    }

    /// The texts of `entry`, as ``IndexWriter`` wrote them: id, location, skill, title, when, do,
    /// instead-of, because, then the cues.
    func texts(of entry: Int) -> [String] {
        var offset = Int(
            number(.entries, entry * IndexLayout.Row.size + IndexLayout.Row.texts, as: UInt32.self))
        let fields = (0..<8).map { _ in text(.texts, &offset) }
        let cues = number(.texts, offset, as: UInt32.self)
        offset += 4
        return fields + (0..<cues).map { _ in text(.texts, &offset) }
    }

    private func text(_ section: IndexLayout.Header, _ offset: inout Int) -> String {
        let length = Int(number(section, offset, as: UInt32.self))
        let start = starts[section.rawValue] + offset + 4
        offset += 4 + length
        return String(decoding: bytes[start..<(start + length)], as: UTF8.self)
    }
}
