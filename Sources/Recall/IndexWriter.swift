import EtudeDomain
import struct Foundation.Data

/// Lays strategies out as the bytes of an index, or of changes to one.
struct IndexWriter {
    private var texts = ByteWriter()
    private var rows = ByteWriter()
    private var terms = TableWriter()
    private var cues = TableWriter()
    private var links = TableWriter()
    private var count = 0
    private var recallable = 0

    /// The bytes of a file that holds `strategies`; of several with one id, the last.
    static func bytes(of strategies: [IndexedStrategy], _ caption: PartCaption) -> Data {
        let byID = Dictionary(strategies.map { ($0.strategy.id, $0) }) { $1 }
        var writer = IndexWriter()
        for (_, strategy) in byID.sorted(by: { $0.key < $1.key }) { writer.add(strategy) }
        return writer.assembled(caption)
    }

    private mutating func add(_ indexed: IndexedStrategy) {
        EntryRow(indexed, texts: texts.count).append(to: &rows)
        EntryRecord.append(indexed, to: &texts)
        addWords(of: indexed.strategy.lesson, isRecallable: indexed.isRecallable)
        addLinks(to: indexed)
        count += 1
        recallable += indexed.isRecallable ? 1 : 0
    }

    private mutating func addWords(of lesson: Lesson, isRecallable: Bool) {
        for cue in lesson.cues {
            let hashes = cue.terms.stems.map(stableHash)
            cues.add(hashes[0], count) { row in
                row.append(UInt32(hashes.count - 1))
                for hash in hashes.dropFirst() { row.append(hash) }
            }
        }
        guard isRecallable else { return }
        for (hash, share) in TermWeights.shares(in: lesson) {
            terms.add(hash, count) { $0.append(share) }
        }
    }

    private mutating func addLinks(to indexed: IndexedStrategy) {
        let strategy = indexed.strategy
        var keys = [Link.location(indexed.location)]
        if let trace = strategy.origin.trace { keys.append(Link.trace(trace.number)) }
        if strategy.lesson.cues.isEmpty { keys.append(Link.cueless) }
        keys += Set(strategy.supersedes).map { Link.superseded($0.number) }
        for key in keys { links.add(key, count) }
    }

    private func assembled(_ caption: PartCaption) -> Data {
        var file = PartWriter(capacity: 2 * (rows.count + texts.count))
        file.begin(.entries)
        file.write { $0.append(rows.bytes) }
        file.begin(.texts)
        file.write { $0.append(texts.bytes) }
        terms.write(.terms, to: &file)
        cues.write(.cues, to: &file)
        links.write(.links, to: &file)
        return file.finished(caption, count: count, recallable: recallable)
    }
}
