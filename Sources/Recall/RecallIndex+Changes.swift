public import EtudeDomain
import struct Foundation.Data

extension RecallIndex {
    /// How much the changes hold: strategies that came or changed, and strategies of the base that are
    /// replaced, removed or have another record.
    public var changeCount: Int {
        guard let overlay else { return 0 }
        return overlay.count + replacedCount + overlay[.records].count / IndexLayout.recordSize
    }

    /// Whether it was made from the same whole index as `other`, by changes alone.
    public func hasBase(of other: RecallIndex) -> Bool { base.seal == other.base.seal }

    /// The index with other strategies, whose base stays as it is.
    ///
    /// Cost: linear in the changes since the base was written, and the logarithm of the base; a strategy
    /// of the base with nothing but another record costs twelve bytes.
    ///
    /// Those of `removing` are left out, where they are there. Those of `adding` come in, or take the place
    /// of the one with their id; of several with one id the last counts, and one that is also in
    /// `removing` stays. The rest is what the result says of itself.
    public func changed(
        removing: Set<EntryID> = [], adding: [IndexedStrategy] = [], revision: String?,
        limits: RecallLimits, notes: [String] = [], counted: AttemptMark? = nil
    ) throws(RecallError) -> RecallIndex {
        let latest = Dictionary(adding.map { ($0.strategy.id, $0) }) { $1 }
        var changes = try baseChanges()
        var (gone, replaced) = (removing, removing.subtracting(latest.keys))
        var added: [IndexedStrategy] = []
        for (id, strategy) in latest {
            gone.insert(id)
            if try keep(strategy, in: &changes) { continue }
            replaced.insert(id)
            added.append(strategy)
        }
        for id in replaced { try replace(id, in: &changes) }
        let caption = PartCaption(
            revision: revision, limits: limits, notes: notes, counted: counted, changes: changes)
        let bytes = try overlayBytes(leavingOut: gone, adding: added, caption)
        return RecallIndex(base: base, overlay: IndexPart(made: bytes), caption)
    }

    /// A whole index of the same strategies.
    ///
    /// Cost: linear in all of them; it holds the new bytes and some twenty bytes a strategy.
    public func merged() throws(RecallError) -> RecallIndex {
        guard let overlay else { return self }
        let changes = try baseChanges()
        let caption = PartCaption(
            revision: revision, limits: limits, notes: notes, counted: counted)
        let bytes = try PartMerger.bytes(
            of: base, leavingOut: changes.replaced, records: changes.records, and: overlay, caption)
        return RecallIndex(made: bytes, caption)
    }

    private func overlayBytes(
        leavingOut gone: Set<EntryID>, adding: [IndexedStrategy], _ caption: PartCaption
    ) throws(RecallError) -> Data {
        let added = IndexWriter.bytes(of: adding, caption)
        guard let overlay, overlay.count > 0 else { return added }
        var leavingOut: Set<Int> = []
        for id in gone {
            if let entry = try overlay.entry(id.number) { leavingOut.insert(entry) }
        }
        return try PartMerger.bytes(
            of: overlay, leavingOut: leavingOut, and: IndexPart(made: added), caption)
    }
}

/// What becomes of the base.
extension RecallIndex {
    /// What the overlay does to the base.
    private func baseChanges() throws(RecallError) -> BaseChanges {
        var changes = BaseChanges(base: base.seal)
        guard let overlay else { return changes }
        changes.withdrawn = overlay.withdrawn
        for offset in stride(from: 0, to: overlay[.replaced].count, by: 4) {
            changes.replaced.insert(try Int(overlay.number(.replaced, offset, as: UInt32.self)))
        }
        let size = IndexLayout.correctionSize
        for offset in stride(from: 0, to: overlay[.corrections].count, by: size) {
            let hash: UInt64 = try overlay.number(.corrections, offset)
            let count: UInt64 = try overlay.number(.corrections, offset + 8)
            changes.corrections[hash] = Int(UInt32(clamping: count))
        }
        for place in 0..<(overlay[.records].count / IndexLayout.recordSize) {
            let entry: UInt32 = try overlay.number(.records, place * IndexLayout.recordSize)
            changes.records[Int(entry)] = try overlay.changedRecord(place)
        }
        return changes
    }

    /// Leaves the entry of the base in its place where it differs from `strategy` in nothing but its
    /// record, which is noted; returns whether it does.
    private func keep(
        _ strategy: IndexedStrategy, in changes: inout BaseChanges
    ) throws(RecallError) -> Bool {
        guard let entry = try base.entry(strategy.strategy.id.number),
            !changes.replaced.contains(entry)
        else { return false }
        var known = try base.indexed(entry)
        let row = try base.row(entry)
        let record = BaseChanges.Record(strategy.record)
        known.record = strategy.record
        guard known == strategy else { return false }
        let isAsBefore = record == BaseChanges.Record(helped: row.helped, harmed: row.harmed)
        changes.records[entry] = isAsBefore ? nil : record
        return true
    }

    /// Takes an entry of the base out, if it is there.
    private func replace(_ id: EntryID, in changes: inout BaseChanges) throws(RecallError) {
        guard let entry = try base.entry(id.number), changes.replaced.insert(entry).inserted else {
            return
        }
        changes.records[entry] = nil
        let known = try base.indexed(entry)
        guard known.isRecallable else { return }
        changes.withdrawn += 1
        for hash in TermWeights.shares(in: known.strategy.lesson).keys {
            changes.corrections[hash, default: 0] += 1
        }
    }
}

extension BaseChanges.Record {
    fileprivate init(_ record: AdviceRecord) {
        self.init(helped: Float(record.helped), harmed: Float(record.harmed))
    }
}
