/// Keys with their rows, as they are gathered.
struct TableWriter {
    private var rows: [UInt64: ByteWriter] = [:]

    /// Adds a row, whose first number is the entry's; entries come in their order.
    mutating func add(_ key: UInt64, _ entry: Int, _ rest: (inout ByteWriter) -> Void = { _ in }) {
        Self.append(entry, rest, to: &rows[key, default: ByteWriter()])
    }

    private static func append(
        _ entry: Int, _ rest: (inout ByteWriter) -> Void, to row: inout ByteWriter
    ) {
        row.append(UInt32(entry))
        rest(&row)
    }

    /// Writes the two sections of `table`.
    func write(_ table: IndexLayout.Table, to file: inout PartWriter) {
        var keys = KeyWriter()
        file.begin(table.rows)
        for (key, rows) in rows.sorted(by: { $0.key < $1.key }) {
            keys.add(key, length: rows.count)
            file.write { $0.append(rows.bytes) }
        }
        file.begin(table.keys)
        file.write { $0.append(keys.bytes.bytes) }
    }
}

/// The keys of a table, whose rows are written at the same time.
struct KeyWriter {
    private(set) var bytes = ByteWriter()
    /// The bytes of the rows so far.
    private(set) var end = 0

    /// Adds a key whose rows take `length` bytes; keys come sorted.
    mutating func add(_ key: UInt64, length: Int) {
        bytes.append(key)
        bytes.append(UInt32(end))
        bytes.append(UInt32(length))
        end += length
    }
}
