import EtudeDomain
import struct Foundation.Data

/// The entries of one file: of an index, or of changes to one.
///
/// Nothing in the file is believed: its header is checked when it is opened, its blocks when they are
/// read, and whatever leads elsewhere before it is followed.
struct IndexPart: Sendable {
    let file: CheckedBytes
    /// Tells this file from all others.
    let seal: UInt64
    private let numbers: [Int]
    private let starts: [Int]

    /// Opens a file; nil when it is damaged or of another format.
    ///
    /// Reads the header and the checksums alone. Trusted are bytes that this process made, in which nothing
    /// needs checking.
    init?(_ bytes: Data, isTrusted: Bool = false) {
        guard bytes.startIndex == 0, bytes.count >= IndexLayout.headerEnd,
            Self.word(bytes, at: 0) == IndexLayout.magic
        else { return nil }
        let numbers = IndexLayout.Number.allCases.map {
            Int(clamping: Self.word(bytes, at: $0.offset))
        }
        let starts = IndexLayout.Section.allCases.map {
            Int(clamping: Self.word(bytes, at: $0.offset))
        }
        let sums = starts[IndexLayout.Section.sums.rawValue]
        guard Self.isSound(starts, end: bytes.count), numbers.last == bytes.count,
            bytes.count - sums == 8 * CheckedBytes.blocks(upTo: sums)
        else { return nil }
        seal = Self.word(bytes, at: IndexLayout.sealOffset)
        guard isTrusted || seal == Self.seal(of: bytes, sums: sums) else { return nil }
        file = CheckedBytes(bytes, sums: sums, isTrusted: isTrusted)
        (self.numbers, self.starts) = (numbers, starts + [bytes.count])
        guard count <= self[.entries].count / EntryRow.size, recallable <= count,
            withdrawn <= UInt32.max
        else { return nil }
    }

    private static func isSound(_ starts: [Int], end: Int) -> Bool {
        starts.first == IndexLayout.headerEnd
            && zip(starts, starts.dropFirst() + [end]).allSatisfy { $0 <= $1 }
    }

    private static func word(_ bytes: Data, at offset: Int) -> UInt64 {
        UInt64(
            littleEndian: unsafe bytes.bytes.unsafeLoadUnaligned(
                fromByteOffset: offset, as: UInt64.self))
    }

    /// The checksum of the header and of the checksums, which begin at `sums`, of a file.
    static func seal(of bytes: Data, sums: Int) -> UInt64 {
        let header = IndexLayout.baseOffset..<IndexLayout.headerEnd
        var seal = checksum(of: bytes.bytes, in: header)
        mix(checksum(of: bytes.bytes, in: sums..<bytes.count), into: &seal)
        return seal
    }

    /// The number of entries.
    var count: Int { numbers[IndexLayout.Number.count.rawValue] }

    /// The number of those that may be recalled.
    var recallable: Int { numbers[IndexLayout.Number.recallable.rawValue] }

    /// The number of entries of the base that may be recalled and are replaced or removed.
    var withdrawn: Int { numbers[IndexLayout.Number.withdrawn.rawValue] }

    /// How much of a log of attempts the records count; nil where none is kept.
    var counted: AttemptMark? {
        let sum = numbers[IndexLayout.Number.logSum.rawValue]
        return sum == 0
            ? nil : AttemptMark(sum: sum, end: numbers[IndexLayout.Number.logEnd.rawValue])
    }

    /// The seal of the index that these are changes to; 0 for an index.
    var base: UInt64 { Self.word(file.bytes, at: IndexLayout.baseOffset) }

    /// The revision; nil for a memory without commits.
    var revision: String? {
        let name = file.bytes[IndexLayout.revisionOffset..<IndexLayout.numbersOffset].prefix {
            $0 != 0
        }
        return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
    }

    /// Where a section lies in the file.
    subscript(section: IndexLayout.Section) -> Range<Int> {
        starts[section.rawValue]..<starts[section.rawValue + 1]
    }

    /// The number at `offset` in a section.
    func number<Number: FixedWidthInteger & BitwiseCopyable>(
        _ section: IndexLayout.Section, _ offset: Int, as type: Number.Type = Number.self
    ) throws(RecallError) -> Number {
        let range = self[section]
        guard offset + MemoryLayout<Number>.size <= range.count else { throw .damaged }
        return try file.number(at: range.lowerBound + offset)
    }
}

extension IndexPart {
    /// The row of an entry; throws where there is no such entry.
    func row(_ entry: Int) throws(RecallError) -> EntryRow {
        guard entry >= 0, entry < count else { throw .damaged }
        let start = self[.entries].lowerBound + entry * EntryRow.size
        try file.check(start..<(start + EntryRow.size))
        return EntryRow(file.bytes.bytes, at: start)
    }

    /// Where the record of an entry lies in the file, without its length; checked.
    func recordRange(_ row: EntryRow) throws(RecallError) -> Range<Int> {
        let (texts, start) = (self[.texts], Int(row.texts))
        let length = try Int(number(.texts, start, as: UInt32.self))
        guard start + 4 + length <= texts.count else { throw .damaged }
        let first = texts.lowerBound + start + 4
        try file.check(first..<(first + length))
        return first..<(first + length)
    }

    /// Reads the record of an entry.
    func record(_ row: EntryRow) throws(RecallError) -> ByteReader {
        try ByteReader(file, recordRange(row))
    }

    /// An entry in full.
    func indexed(_ entry: Int) throws(RecallError) -> IndexedStrategy {
        let row = try row(entry)
        return try EntryRecord.indexed(row, record(row))
    }

    /// The entry with an id; nil when there is none.
    func entry(_ id: UInt64) throws(RecallError) -> Int? {
        try search(.entries, size: EntryRow.size, for: id)
    }

    /// The bytes of the rows that a table has for a key, checked; empty when it has none.
    func rows(of key: UInt64, in table: IndexLayout.Table) throws(RecallError) -> Range<Int> {
        guard let place = try search(table.keys, size: IndexLayout.keySize, for: key) else {
            return 0..<0
        }
        return try rows(atKey: place, in: table).rows
    }

    /// A key by its place in a table, and the bytes of its rows, checked.
    func rows(
        atKey place: Int, in table: IndexLayout.Table
    ) throws(RecallError) -> (key: UInt64, rows: Range<Int>) {
        let offset = place * IndexLayout.keySize
        let first = try Int(number(table.keys, offset + 8, as: UInt32.self))
        let length = try Int(number(table.keys, offset + 12, as: UInt32.self))
        let section = self[table.rows]
        guard first + length <= section.count else { throw .damaged }
        let rows = (section.lowerBound + first)..<(section.lowerBound + first + length)
        try file.check(rows)
        return (try number(table.keys, offset), rows)
    }

    /// The number of keys of a table.
    func keyCount(_ table: IndexLayout.Table) -> Int {
        self[table.keys].count / IndexLayout.keySize
    }

    /// The place of the row of a sorted section that begins with `wanted`; nil when none does.
    func search<Number: FixedWidthInteger & BitwiseCopyable>(
        _ section: IndexLayout.Section, size: Int, for wanted: Number
    ) throws(RecallError) -> Int? {
        var (low, high) = (0, self[section].count / size)
        while low < high {
            let middle = (low + high) / 2
            let found: Number = try number(section, middle * size)
            if found == wanted { return middle }
            if found < wanted { low = middle + 1 } else { high = middle }
        }
        return nil
    }
}
