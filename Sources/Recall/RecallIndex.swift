import EtudeDomain
public import struct Foundation.Data

/// An inverted index over the strategies of one revision, in the bytes of one or two files.
///
/// A query reads the bytes where they are, so that a new process answers without loading anything
/// but what the query touches. The second file holds what changed since the first was written, so
/// that one strategy more does not write everything anew; both together answer as one file with the
/// same strategies would.
///
/// What a file says is held against its checksums when it is first read, which is why every look-up
/// can throw ``RecallError/damaged``. An index that was built or changed in this process never does so on
/// account of bytes that this process made.
public struct RecallIndex: RecallEngine {
    /// The strategies as they were when all were last written together.
    let base: IndexPart
    /// Those that came or changed since; nil when none did.
    let overlay: IndexPart?
    /// The entries of the base that the overlay replaces or removes.
    let replaced: EntrySet
    /// Those to which it gives another record.
    let recounted: EntrySet
    /// How much the charter lets be handed over before a task.
    public let limits: RecallLimits
    /// What whoever recalls should be told.
    public let notes: [String]

    /// Builds an index over `strategies`, those that are not recalled included.
    ///
    /// - Parameters:
    ///   - strategies: The strategies, in any order; of several with one id, the last counts.
    ///   - revision: The revision they were read from, at most 40 ASCII characters.
    ///   - limits: How much the charter lets be handed over before a task.
    ///   - notes: What whoever recalls should be told, such as entries that were left out.
    ///   - counted: How much of a log of attempts the records count.
    public init(
        of strategies: [IndexedStrategy], revision: String?, limits: RecallLimits,
        notes: [String] = [], counted: AttemptMark? = nil
    ) {
        let caption = PartCaption(
            revision: revision, limits: limits, notes: notes, counted: counted)
        self.init(made: IndexWriter.bytes(of: strategies, caption), caption)
    }

    /// Reads the bytes of an index, which may be those of a mapped file, and of changes to it.
    ///
    /// Changes that are damaged or belong to another index are ignored, so that the answers are those of
    /// the older revision.
    ///
    /// Cost: linear in the changes; of the index itself only the head and the checksums are read, one
    /// byte in two thousand.
    ///
    /// - Returns: nil when the head of the index is damaged or of another format.
    public init?(bytes: Data, changes: Data? = nil) {
        guard let base = IndexPart(bytes), base.base == 0, let own = try? base.notes() else {
            return nil
        }
        self.base = base
        overlay = changes.flatMap { IndexPart(changes: $0, to: base) }
        (limits, notes) = (try? overlay?.notes()) ?? own
        replaced = Self.entries(.replaced, size: 4, of: overlay, base)
        recounted = Self.entries(.records, size: IndexLayout.recordSize, of: overlay, base)
    }

    /// Takes an index that this process made.
    init(made bytes: Data, _ caption: PartCaption) {
        self.init(base: IndexPart(made: bytes), overlay: nil, caption)
    }

    init(base: IndexPart, overlay: IndexPart?, _ caption: PartCaption) {
        (self.base, self.overlay) = (base, overlay)
        replaced = Self.entries(.replaced, size: 4, of: overlay, base)
        recounted = Self.entries(.records, size: IndexLayout.recordSize, of: overlay, base)
        limits = RecallLimits(
            strategies: Int(UInt32(clamping: caption.limits.strategies)),
            characters: Int(UInt32(clamping: caption.limits.characters)))
        notes = caption.notes
    }

    /// The bytes of the index without its changes, which can be written to a file as they are.
    public var bytes: Data { base.file.bytes }

    /// The bytes of the changes, to be kept beside ``bytes``; nil when there are none.
    public var changes: Data? { overlay?.file.bytes }

    /// The revision it answers for; nil for a memory without commits.
    public var revision: String? { (overlay ?? base).revision }

    /// How much of a log of attempts the records count; nil where none is kept.
    public var counted: AttemptMark? { (overlay ?? base).counted }

    /// The number of strategies, those that are not recalled included.
    public var count: Int { base.count - replacedCount + (overlay?.count ?? 0) }

    /// The number of those that may be recalled.
    public var recallableCount: Int {
        max(0, base.recallable - (overlay?.withdrawn ?? 0)) + (overlay?.recallable ?? 0)
    }

    /// Throws unless all bytes are those that were written; reads them all.
    public func verify() throws(RecallError) {
        for part in parts { try part.file.checkAll() }
    }
}

extension RecallIndex {
    /// The files, the base first.
    var parts: [IndexPart] { overlay.map { [base, $0] } ?? [base] }

    /// How many entries of the base were replaced or removed.
    var replacedCount: Int { (overlay?[.replaced].count ?? 0) / 4 }

    /// The entries of the base that rows of a section of the overlay, which has been checked, begin with.
    private static func entries(
        _ section: IndexLayout.Section, size: Int, of overlay: IndexPart?, _ base: IndexPart
    ) -> EntrySet {
        guard let overlay, !overlay[section].isEmpty else { return EntrySet(below: 0) }
        var entries = EntrySet(below: base.count)
        let range = overlay[section]
        let bytes = overlay.file.bytes.bytes
        for offset in stride(from: range.lowerBound, through: range.upperBound - size, by: size) {
            entries.insert(Int(bytes.number(at: offset, as: UInt32.self)))
        }
        return entries
    }

    /// How the advice of an entry of a part did, where its row says `known`.
    func record(
        _ place: Place, else known: AdviceRecord
    ) throws(RecallError) -> AdviceRecord {
        guard place.part == 0, recounted.contains(place.entry), let overlay,
            let found = try overlay.search(
                .records, size: IndexLayout.recordSize, for: UInt32(place.entry))
        else { return known }
        let record = try overlay.changedRecord(found)
        return AdviceRecord(helped: Double(record.helped), harmed: Double(record.harmed))
    }
}

extension IndexPart {
    /// Takes a file that this process made.
    init(made bytes: Data) {
        guard let part = IndexPart(bytes, isTrusted: true) else {
            preconditionFailure("what a writer made can be read")
        }
        self = part
    }

    /// Takes changes; nil unless they are whole and belong to `base`.
    fileprivate init?(changes: Data, to base: IndexPart) {
        guard let part = IndexPart(changes), part.base == base.seal else { return nil }
        do { try part.file.checkAll() } catch { return nil }
        self = part
    }

    /// How much may be handed over, and what should be told.
    fileprivate func notes() throws(RecallError) -> (RecallLimits, [String]) {
        var reader = try ByteReader(file, self[.notes])
        let strategies = Int(try reader.number(as: UInt32.self))
        let characters = Int(try reader.number(as: UInt32.self))
        return (
            RecallLimits(strategies: strategies, characters: characters), try reader.texts()
        )
    }

    /// A record that changes give to an entry of the base, by its place.
    func changedRecord(_ place: Int) throws(RecallError) -> BaseChanges.Record {
        let offset = place * IndexLayout.recordSize
        return BaseChanges.Record(
            helped: Float(bitPattern: try number(.records, offset + 4)),
            harmed: Float(bitPattern: try number(.records, offset + 8)))
    }
}
