import EtudeDomain
import struct Foundation.Date

/// Lays strategies out as the bytes of an index.
struct IndexWriter {
    private var entries = ByteWriter()
    private var texts = ByteWriter()
    private var cues: [UInt64: [CueRow]] = [:]
    private var strategies: [IndexedStrategy] = []

    private struct CueRow {
        let entry: Int
        let hashes: [UInt64]
    }

    /// The bytes of an index over `strategies` at `revision`.
    static func bytes(
        of strategies: [IndexedStrategy], revision: String?, limits: RecallLimits, notes: [String]
    ) -> [UInt8] {
        var writer = IndexWriter()
        for strategy in strategies { writer.add(strategy) }
        var end = ByteWriter()
        for number in [limits.strategies, limits.characters, notes.count] {
            end.append(UInt32(clamping: number))
        }
        for note in notes { end.append(note) }
        return writer.assembled(revision: revision, notes: end)
    }

    private mutating func add(_ indexed: IndexedStrategy) {
        let lesson = indexed.strategy.lesson
        addRow(indexed)
        addTexts(indexed)
        for cue in lesson.cues {
            let hashes = cue.terms.stems.map(stableHash)
            cues[hashes[0], default: []].append(CueRow(entry: strategies.count, hashes: hashes))
        }
        strategies.append(indexed)
    }

    private mutating func addRow(_ indexed: IndexedStrategy) {
        let (strategy, lesson) = (indexed.strategy, indexed.strategy.lesson)
        var flags: UInt32 = 0
        if strategy.status == .proposed { flags |= IndexLayout.Flag.proposed }
        if lesson.insteadOf != nil { flags |= IndexLayout.Flag.hasRejected }
        entries.append(stableHash(lesson.skill.text))
        entries.append(stableHash(strategy.origin.agent ?? ""))
        entries.append(stableHash(lesson.insteadOf?.name ?? ""))
        entries.append((indexed.expires?.timeIntervalSince1970 ?? .infinity).bitPattern)
        entries.append(Float(indexed.record.helped))
        entries.append(Float(indexed.record.harmed))
        entries.append(flags)
        entries.append(UInt32(texts.count))
        entries.append(UInt32(lesson.characterCount))
    }

    private mutating func addTexts(_ indexed: IndexedStrategy) {
        let lesson = indexed.strategy.lesson
        for text in [
            indexed.strategy.id.text, indexed.location, lesson.skill.text, lesson.title,
            lesson.when,
            lesson.action.text, lesson.insteadOf?.text ?? "", lesson.because,
        ] { texts.append(text) }
        texts.append(UInt32(lesson.cues.count))
        for cue in lesson.cues { texts.append(cue.text) }
    }

    private func assembled(revision: String?, notes: ByteWriter) -> [UInt8] {
        var postings = ByteWriter()
        let terms = Self.keys(to: TermWeights.postings(of: strategies)) { posting in
            postings.append(UInt32(posting.entry))
            postings.append(posting.impact)
        }
        var (rows, words) = (ByteWriter(), ByteWriter())
        let cueKeys = Self.keys(to: cues) { cue in
            rows.append(UInt32(cue.entry))
            rows.append(UInt32(cue.hashes.count))
            rows.append(UInt32(words.count / IndexLayout.wordSize))
            for hash in cue.hashes { words.append(hash) }
        }
        return Self.file(
            sections: [entries, terms, postings, cueKeys, rows, words, texts, notes],
            count: strategies.count, revision: revision)
    }

    /// Writes the rows of `lists` key by key, and returns the sorted table that finds them.
    private static func keys<Row>(to lists: [UInt64: [Row]], write: (Row) -> Void) -> ByteWriter {
        var table = ByteWriter()
        var first: UInt32 = 0
        for (key, list) in lists.sorted(by: { $0.key < $1.key }) {
            table.append(key)
            table.append(first)
            table.append(UInt32(list.count))
            list.forEach(write)
            first += UInt32(list.count)
        }
        return table
    }

    private static func file(sections: [ByteWriter], count: Int, revision: String?) -> [UInt8] {
        var file = ByteWriter()
        file.append(IndexLayout.magic)
        file.append(UInt64(0))
        let name = Array((revision ?? "").utf8.prefix(IndexLayout.revisionLength))
        file.append(name + Array(repeating: 0, count: IndexLayout.revisionLength - name.count))
        file.append(UInt32(count))
        var start = IndexLayout.headerEnd
        for section in sections {
            file.append(UInt32(start))
            start += section.count
        }
        file.append(UInt32(start))
        for section in sections { file.append(section.bytes) }
        var sum = ByteWriter()
        unsafe sum.append(checksum(of: file.bytes.span.bytes, from: IndexLayout.revisionOffset))
        file.overwrite(at: IndexLayout.checksumOffset, with: sum.bytes)
        return file.bytes
    }
}

extension Lesson {
    /// The characters that an agent reads when the lesson is handed over.
    fileprivate var characterCount: Int {
        [title, when, action.text, insteadOf?.text ?? "", because].reduce(0) { $0 + $1.count }
    }
}
