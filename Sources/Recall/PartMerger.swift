import struct Foundation.Data

/// Joins the entries of two files in one, without taking their texts apart.
///
/// Beside the new file it holds some twenty bytes an entry and the keys of one table.
struct PartMerger {
    private let sources: [Source]
    /// The entries that stay, by their new numbers.
    private let order: [Origin]
    private var recallable = 0

    /// A file, and the new numbers of its entries; nil for those that are left out.
    private struct Source {
        let part: IndexPart
        var numbers: [UInt32?]
    }

    /// Where an entry stands now.
    private struct Origin {
        let source: UInt32
        let entry: UInt32
    }

    /// Joins files none of whose remaining entries have the same id.
    ///
    /// - Parameters:
    ///   - first: The first file.
    ///   - leavingOut: Its entries that are left out.
    ///   - records: Its entries whose record is another.
    ///   - second: The second file; all of its entries stay.
    static func bytes(
        of first: IndexPart, leavingOut: Set<Int> = [],
        records: [Int: BaseChanges.Record] = [:], and second: IndexPart, _ caption: PartCaption
    ) throws(RecallError) -> Data {
        var merger = try PartMerger(first, leavingOut, second)
        var file = PartWriter(
            capacity: first.file.bytes.count + second.file.bytes.count + 8 * IndexLayout.headerEnd)
        try merger.writeRows(records, to: &file)
        try merger.writeTexts(to: &file)
        for table in IndexLayout.Table.allCases { try merger.write(table, to: &file) }
        return file.finished(caption, count: merger.order.count, recallable: merger.recallable)
    }

    private init(
        _ first: IndexPart, _ leavingOut: Set<Int>, _ second: IndexPart
    ) throws(RecallError) {
        var sources = [first, second].map {
            Source(part: $0, numbers: Array(repeating: nil, count: $0.count))
        }
        var order: [Origin] = []
        var (left, right) = (0, 0)
        while left < first.count || right < second.count {
            if left < first.count, leavingOut.contains(left) {
                left += 1
                continue
            }
            let isLeft = try first.precedes(left, second, right)
            let origin = Origin(source: isLeft ? 0 : 1, entry: UInt32(isLeft ? left : right))
            sources[Int(origin.source)].numbers[Int(origin.entry)] = UInt32(order.count)
            order.append(origin)
            if isLeft { left += 1 } else { right += 1 }
        }
        (self.sources, self.order) = (sources, order)
    }

    private mutating func writeRows(
        _ records: [Int: BaseChanges.Record], to file: inout PartWriter
    ) throws(RecallError) {
        var texts = 0
        file.begin(.entries)
        for origin in order {
            let part = sources[Int(origin.source)].part
            var row = try part.row(Int(origin.entry))
            let length = try part.recordRange(row).count
            row.texts = UInt32(texts)
            texts += 4 + length
            guard texts <= room(for: .texts) else { throw .damaged }
            if origin.source == 0, let record = records[Int(origin.entry)] {
                (row.helped, row.harmed) = (record.helped, record.harmed)
            }
            recallable += row.flags.contains(.recallable) ? 1 : 0
            file.write { row.append(to: &$0) }
        }
    }

    private func writeTexts(to file: inout PartWriter) throws(RecallError) {
        file.begin(.texts)
        for origin in order {
            let part = sources[Int(origin.source)].part
            let range = try part.recordRange(part.row(Int(origin.entry)))
            file.write {
                $0.append(UInt32(range.count))
                $0.append(part.file.bytes.bytes.extracting(range))
            }
        }
    }

    private func write(
        _ table: IndexLayout.Table, to file: inout PartWriter
    ) throws(RecallError) {
        var keys = KeyWriter()
        file.begin(table.rows)
        var (left, right) = (
            TableCursor(sources[0].part, table), TableCursor(sources[1].part, table)
        )
        while let key = [try left.key(), try right.key()].compactMap(\.self).min() {
            var rows = [try left.take(key), try right.take(key)]
            let length = try write(&rows, of: table, to: &file)
            guard keys.end + length <= room(for: table.rows) else { throw .damaged }
            if length > 0 { keys.add(key, length: length) }
        }
        file.begin(table.keys)
        file.write { $0.append(keys.bytes.bytes) }
    }

    /// Writes the rows of one key, by their new numbers, and returns how many bytes they take.
    private func write(
        _ rows: inout [Range<Int>], of table: IndexLayout.Table, to file: inout PartWriter
    ) throws(RecallError) -> Int {
        var length = 0
        var left = try next(0, &rows, table)
        var right = try next(1, &rows, table)
        while let (source, row) = Self.first(left, right) {
            let bytes = sources[source].part.file.bytes
            file.write {
                $0.append(row.number)
                $0.append(bytes.bytes.extracting(row.rest))
            }
            length += 4 + row.rest.count
            if source == 0 {
                left = try next(0, &rows, table)
            } else {
                right = try next(1, &rows, table)
            }
        }
        return length
    }

    /// The bytes that a section of the sources has, which the joined one cannot exceed.
    private func room(for section: IndexLayout.Section) -> Int {
        sources.reduce(0) { $0 + $1.part[section].count }
    }

    private typealias NumberedRow = (number: UInt32, rest: Range<Int>)

    private static func first(_ left: NumberedRow?, _ right: NumberedRow?) -> (Int, NumberedRow)? {
        guard let left else { return right.map { (1, $0) } }
        guard let right, right.number < left.number else { return (0, left) }
        return (1, right)
    }

    /// The next row of a source whose entry stays.
    private func next(
        _ source: Int, _ rows: inout [Range<Int>], _ table: IndexLayout.Table
    ) throws(RecallError) -> NumberedRow? {
        while let row = try sources[source].part.nextRow(of: table, in: &rows[source]) {
            if let number = sources[source].numbers[row.entry] { return (number, row.rest) }
        }
        return nil
    }
}

extension IndexPart {
    /// Whether an entry comes before one of another file; those at the end of a file come last.
    fileprivate func precedes(
        _ entry: Int, _ other: IndexPart, _ theirs: Int
    ) throws(RecallError) -> Bool {
        if entry >= count || theirs >= other.count { return entry < count }
        return try row(entry).id < other.row(theirs).id
    }
}

/// Goes through the keys of a table.
private struct TableCursor {
    private let part: IndexPart
    private let table: IndexLayout.Table
    private var place = 0

    init(_ part: IndexPart, _ table: IndexLayout.Table) {
        (self.part, self.table) = (part, table)
    }

    /// The next key; nil at the end.
    func key() throws(RecallError) -> UInt64? {
        guard place < part.keyCount(table) else { return nil }
        return try part.number(table.keys, place * IndexLayout.keySize)
    }

    /// The rows of `key`, where that is the next key, which it goes past; none otherwise.
    mutating func take(_ key: UInt64) throws(RecallError) -> Range<Int> {
        guard try self.key() == key else { return 0..<0 }
        defer { place += 1 }
        return try part.rows(atKey: place, in: table).rows
    }
}
