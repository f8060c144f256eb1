import EtudeDomain
import struct Foundation.Date

/// What a query asks of an entry before it reads the texts; one line of a processor's cache.
struct EntryRow {
    /// The number of the entry's id.
    var id: UInt64
    /// Hashes of the skill, the writing agent and the name of the action it warns of; each that of
    /// an empty text where there is none.
    var skill, agent, rejected: UInt64
    /// Seconds since the reference date from which on it is not recalled.
    var expires: Double
    var helped, harmed: Float
    /// The first eight bytes of the title, so that comparing them as a number compares the titles.
    var titleStart: UInt64
    var flags: EntryFlags
    /// Where the entry's record starts.
    var texts: UInt32

    static let size = 64

    var record: AdviceRecord { AdviceRecord(helped: Double(helped), harmed: Double(harmed)) }
}

/// What is true of an entry.
struct EntryFlags: OptionSet {
    let rawValue: UInt32

    static let proposed = EntryFlags(rawValue: 1)
    static let retired = EntryFlags(rawValue: 2)
    static let recallable = EntryFlags(rawValue: 4)
    static let hasRejected = EntryFlags(rawValue: 8)
    static let hasAgent = EntryFlags(rawValue: 16)
    static let hasTrace = EntryFlags(rawValue: 32)
    static let hasMemory = EntryFlags(rawValue: 64)
    static let hasCreated = EntryFlags(rawValue: 128)
    static let hasExpiry = EntryFlags(rawValue: 256)
    static let hasUnless = EntryFlags(rawValue: 512)
}

extension EntryRow {
    /// Describes an entry whose record starts at `texts`.
    init(_ indexed: IndexedStrategy, texts: Int) {
        let (strategy, lesson) = (indexed.strategy, indexed.strategy.lesson)
        id = strategy.id.number
        skill = stableHash(lesson.skill.text)
        agent = stableHash(strategy.origin.agent ?? "")
        rejected = stableHash(lesson.insteadOf?.name ?? "")
        expires = indexed.expires?.timeIntervalSinceReferenceDate ?? .infinity
        (helped, harmed) = (Float(indexed.record.helped), Float(indexed.record.harmed))
        titleStart = lesson.title.firstBytes
        flags = EntryFlags(indexed)
        self.texts = UInt32(texts)
    }

    /// Reads the row at `offset`, which has to lie in `bytes`.
    init(_ bytes: RawSpan, at offset: Int) {
        func word(_ place: Int) -> UInt64 {
            UInt64(
                littleEndian: unsafe bytes.unsafeLoadUnaligned(
                    fromByteOffset: offset + place, as: UInt64.self))
        }
        func half(_ place: Int) -> UInt32 {
            UInt32(
                littleEndian: unsafe bytes.unsafeLoadUnaligned(
                    fromByteOffset: offset + place, as: UInt32.self))
        }
        (id, skill, agent, rejected) = (word(0), word(8), word(16), word(24))
        expires = Double(bitPattern: word(32))
        (helped, harmed) = (Float(bitPattern: half(40)), Float(bitPattern: half(44)))
        titleStart = word(48)
        (flags, texts) = (EntryFlags(rawValue: half(56)), half(60))
    }

    /// Writes the row.
    func append(to writer: inout ByteWriter) {
        for word in [id, skill, agent, rejected] { writer.append(word) }
        writer.append(expires)
        writer.append(helped)
        writer.append(harmed)
        writer.append(titleStart)
        writer.append(flags.rawValue)
        writer.append(texts)
    }
}

extension EntryFlags {
    fileprivate init(_ indexed: IndexedStrategy) {
        let (strategy, origin) = (indexed.strategy, indexed.strategy.origin)
        let facts: [(EntryFlags, Bool)] = [
            (.proposed, strategy.status == .proposed), (.retired, strategy.status == .retired),
            (.recallable, indexed.isRecallable),
            (.hasRejected, strategy.lesson.insteadOf != nil), (.hasAgent, origin.agent != nil),
            (.hasTrace, origin.trace != nil), (.hasMemory, origin.memory != nil),
            (.hasCreated, origin.created != nil), (.hasExpiry, strategy.expires != nil),
            (.hasUnless, !strategy.lesson.unless.isEmpty),
        ]
        self.init(facts.filter(\.1).map(\.0))
    }

    /// The status of the strategy.
    var status: Strategy.Status {
        contains(.retired) ? .retired : contains(.proposed) ? .proposed : .active
    }
}

extension String {
    /// The first eight bytes as a big-endian number, zeros where there are fewer.
    var firstBytes: UInt64 {
        let bytes = utf8.prefix(8)
        return bytes.reduce(0) { $0 << 8 | UInt64($1) } << UInt64(8 * (8 - bytes.count))
    }
}
