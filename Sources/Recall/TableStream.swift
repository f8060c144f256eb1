import struct Foundation.Data

/// Goes through a table of a part: the keys one after the other, and the rows of the key that is open.
struct TableStream {
    /// Stands for entries that are left out, and for the end of the rows.
    static let leftOut = UInt32.max

    private let part: IndexPart
    private let bytes: Data
    private let table: IndexLayout.Table
    private let numbers: [UInt32]
    private var place = 0
    private var rows = 0..<0
    private var rest = 0..<0
    /// The new number of the entry of the row at hand; ``leftOut`` after the last.
    private(set) var number = Self.leftOut

    /// Starts at the first key; `numbers` are the new ones of the entries.
    init(_ table: IndexLayout.Table, of part: IndexPart, numbers: [UInt32]) {
        (self.part, self.table, self.numbers) = (part, table, numbers)
        bytes = part.file.bytes
    }

    /// The next key; nil at the end.
    func key() throws(RecallError) -> UInt64? {
        guard place < part.keyCount(table) else { return nil }
        return try part.number(table.keys, place * IndexLayout.keySize)
    }

    /// Goes to the first row of `key` if that is the next key.
    mutating func open(_ key: UInt64) throws(RecallError) {
        guard try self.key() == key else { return }
        rows = try part.rows(atKey: place, in: table).rows
        place += 1
        try advance()
    }

    /// Writes the row at hand with its new number, and goes to the next.
    mutating func writeRow(to writer: inout ByteWriter) throws(RecallError) {
        writer.append(number)
        writer.append(bytes.bytes.extracting(rest))
        try advance()
    }

    private mutating func advance() throws(RecallError) {
        number = Self.leftOut
        while number == Self.leftOut, let row = try part.nextRow(of: table, in: &rows, bytes.bytes)
        {
            number = numbers[row.entry]
            rest = row.rest
        }
    }
}
