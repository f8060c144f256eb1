import struct Foundation.Data

/// Lays sections out one after the other, as the bytes of a file.
struct PartWriter {
    private var file: Data
    private var pending = ByteWriter()
    private var starts: [Int] = []

    /// Starts a file of about `capacity` bytes.
    init(capacity: Int) {
        file = Data(capacity: capacity)
        pending.append(Array(repeating: 0, count: IndexLayout.headerEnd))
    }

    private var position: Int { file.count + pending.count }

    /// Starts the next section.
    mutating func begin(_ section: IndexLayout.Section) {
        precondition(section.rawValue == starts.count, "sections are written in their order")
        starts.append(position)
    }

    /// Adds to the section what `body` writes.
    mutating func write<Result, Failure>(
        _ body: (inout ByteWriter) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let result = try body(&pending)
        if pending.count >= 1 << 16 { flush() }
        return result
    }

    private mutating func flush() {
        file.append(contentsOf: pending.bytes)
        pending.removeAll()
    }

    /// Writes what follows the tables, and returns the file.
    mutating func finished(
        _ caption: PartCaption, count: Int, recallable: Int
    ) -> Data {
        addChanges(caption.changes)
        addNotes(caption)
        begin(.sums)
        flush()
        let end = file.count
        for block in 0..<CheckedBytes.blocks(upTo: end) {
            pending.append(CheckedBytes.sum(ofBlock: block, in: file.bytes, upTo: end))
        }
        flush()
        let numbers = [
            count, recallable, caption.changes?.withdrawn ?? 0, caption.counted?.sum ?? 0,
            caption.counted?.end ?? 0, file.count,
        ]
        seal(caption, numbers: numbers)
        return file
    }

    private mutating func addChanges(_ changes: BaseChanges?) {
        begin(.replaced)
        for entry in (changes?.replaced ?? []).sorted() { pending.append(UInt32(entry)) }
        begin(.corrections)
        for (hash, count) in (changes?.corrections ?? [:]).sorted(by: { $0.key < $1.key }) {
            pending.append(hash)
            pending.append(UInt64(count))
        }
        begin(.records)
        for (entry, record) in (changes?.records ?? [:]).sorted(by: { $0.key < $1.key }) {
            pending.append(UInt32(entry))
            pending.append(record.helped)
            pending.append(record.harmed)
        }
    }

    private mutating func addNotes(_ caption: PartCaption) {
        begin(.notes)
        pending.append(UInt32(clamping: caption.limits.strategies))
        pending.append(UInt32(clamping: caption.limits.characters))
        pending.append(UInt32(caption.notes.count))
        for note in caption.notes { pending.append(note) }
    }

    private mutating func seal(_ caption: PartCaption, numbers: [Int]) {
        var header = ByteWriter()
        header.append(IndexLayout.magic)
        header.append(UInt64(0))
        header.append(caption.changes?.base ?? 0)
        let name = Array((caption.revision ?? "").utf8.prefix(IndexLayout.revisionLength))
        header.append(name + Array(repeating: 0, count: IndexLayout.revisionLength - name.count))
        for number in numbers + starts { header.append(UInt64(number)) }
        file.replaceSubrange(0..<header.count, with: header.bytes)
        var seal = ByteWriter()
        seal.append(IndexPart.seal(of: file, sums: starts[IndexLayout.Section.sums.rawValue]))
        let place = IndexLayout.sealOffset
        file.replaceSubrange(place..<(place + seal.count), with: seal.bytes)
    }
}
