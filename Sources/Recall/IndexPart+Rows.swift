import struct Foundation.Data

/// A row of a table: the entry it is about, and the bytes of the row after that.
struct TableRow {
    let entry: Int
    let rest: Range<Int>
}

extension IndexPart {
    /// Takes the next row of `table` off `rows`, which have been checked; nil at their end.
    ///
    /// It is given the bytes of the part, for looking them up takes longer than reading.
    func nextRow(
        of table: IndexLayout.Table, in rows: inout Range<Int>, _ bytes: RawSpan
    ) throws(RecallError) -> TableRow? {
        if rows.isEmpty { return nil }
        let start = rows.lowerBound
        guard rows.count >= 4 else { throw .damaged }
        let length =
            switch table {
            case .terms: IndexLayout.postingSize
            case .links: 4
            case .cues:
                8 + 8 * (rows.count < 8 ? 0 : Int(bytes.number(at: start + 4, as: UInt32.self)))
            }
        let entry = Int(bytes.number(at: start, as: UInt32.self))
        guard length <= rows.count, entry < count else { throw .damaged }
        rows = (start + length)..<rows.upperBound
        return TableRow(entry: entry, rest: (start + 4)..<(start + length))
    }

    /// The entries that a table has for a key, each once, in their order.
    func entries(of key: UInt64, in table: IndexLayout.Table) throws(RecallError) -> [Int] {
        var rows = try rows(of: key, in: table)
        let bytes = file.bytes.bytes
        var entries: [Int] = []
        while let row = try nextRow(of: table, in: &rows, bytes) {
            if entries.last != row.entry { entries.append(row.entry) }
        }
        return entries
    }
}

extension RawSpan {
    /// The little-endian number at an offset, which has to lie in the span.
    func number<Number: FixedWidthInteger & BitwiseCopyable>(
        at offset: Int, as type: Number.Type = Number.self
    ) -> Number {
        Number(littleEndian: unsafe unsafeLoadUnaligned(fromByteOffset: offset, as: type))
    }
}
