import struct Foundation.Data

/// Joins the entries of two files in one, without taking their texts apart.
///
/// Beside the new file it holds some twenty bytes an entry and the keys of one table.
struct PartMerger {
    private let sources: [Source]
    /// The entries that stay, by their new numbers.
    private let order: [Origin]
    private var recallable = 0

    /// A file, and the new numbers of its entries.
    private struct Source {
        let part: IndexPart
        var numbers: [UInt32]
    }

    /// Where an entry stands now.
    private struct Origin {
        let source: UInt32
        let entry: UInt32
    }

    /// Joins files none of whose remaining entries have the same id: `first` without some entries and
    /// with other records for some, and the whole of `second`.
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
            Source(part: $0, numbers: Array(repeating: TableStream.leftOut, count: $0.count))
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
        var left = TableStream(table, of: sources[0].part, numbers: sources[0].numbers)
        var right = TableStream(table, of: sources[1].part, numbers: sources[1].numbers)
        while let key = [try left.key(), try right.key()].compactMap(\.self).min() {
            try left.open(key)
            try right.open(key)
            let length = try Self.join(&left, &right, to: &file)
            if length > 0 { keys.add(key, length: length) }
            guard keys.end <= room(for: table.rows) else { throw .damaged }
        }
        file.begin(table.keys)
        file.write { $0.append(keys.bytes.bytes) }
    }

    /// Writes the rows of one key, by their new numbers, and returns how many bytes they take.
    private static func join(
        _ left: inout TableStream, _ right: inout TableStream, to file: inout PartWriter
    ) throws(RecallError) -> Int {
        try file.write { writer throws(RecallError) in
            let start = writer.count
            while left.number != TableStream.leftOut || right.number != TableStream.leftOut {
                if left.number < right.number {
                    try left.writeRow(to: &writer)
                } else {
                    try right.writeRow(to: &writer)
                }
            }
            return writer.count - start
        }
    }

    /// The bytes that a section of the sources has, which the joined one cannot exceed.
    private func room(for section: IndexLayout.Section) -> Int {
        sources.reduce(0) { $0 + $1.part[section].count }
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
