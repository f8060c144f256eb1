/// Reads the rows of many entries of a part, and holds each block against its checksum once.
///
/// The bytes of the part are given to it each time, for looking them up takes longer than reading.
struct RowReader {
    private let part: IndexPart
    private var checked: EntrySet

    init(_ part: IndexPart) {
        self.part = part
        checked = EntrySet(below: CheckedBytes.blocks(upTo: part[.entries].upperBound))
    }

    /// The row of an entry; throws where there is no such entry.
    mutating func row(_ entry: Int, _ bytes: RawSpan) throws(RecallError) -> EntryRow {
        EntryRow(bytes, at: try place(of: entry))
    }

    /// Where the row of an entry lies, checked.
    private mutating func place(of entry: Int) throws(RecallError) -> Int {
        let start = IndexLayout.headerEnd + entry * EntryRow.size
        // A row never lies in two blocks.
        let block = start / IndexLayout.blockSize
        if entry < part.count, checked.contains(block) { return start }
        _ = try part.row(entry)
        checked.insert(block)
        return start
    }
}
