import EtudeDomain
import struct Foundation.Date

/// What an entry's row leaves out of its strategy: the texts, and what they go with.
///
/// ```
/// length of all that follows u32 · characters u32 · title · unless u32, each a text · location
/// skill, when, do, instead-of, because · cues u32, each a text
/// created f64 · trace u64 · agent, memory
/// expires f64 · superseded u32, each u64
/// ```
enum EntryRecord {
    /// Writes the record of `indexed`.
    static func append(_ indexed: IndexedStrategy, to writer: inout ByteWriter) {
        let strategy = indexed.strategy
        var record = ByteWriter()
        record.append(UInt32(clamping: strategy.lesson.characterCount))
        record.append(strategy.lesson.title)
        append(strategy.lesson.unless, to: &record)
        record.append(indexed.location)
        append(strategy.lesson, to: &record)
        append(strategy.origin, to: &record)
        record.append(strategy.expires?.timeIntervalSinceReferenceDate ?? 0)
        record.append(UInt32(strategy.supersedes.count))
        for id in strategy.supersedes { record.append(id.number) }
        writer.append(UInt32(record.count))
        writer.append(record.bytes)
    }

    private static func append(_ lesson: Lesson, to record: inout ByteWriter) {
        for text in [
            lesson.skill.text, lesson.when, lesson.action.text, lesson.insteadOf?.text ?? "",
            lesson.because,
        ] { record.append(text) }
        append(lesson.cues, to: &record)
    }

    private static func append(_ cues: [Cue], to record: inout ByteWriter) {
        record.append(UInt32(cues.count))
        for cue in cues { record.append(cue.text) }
    }

    private static func append(_ origin: Strategy.Origin, to record: inout ByteWriter) {
        record.append(origin.created?.timeIntervalSinceReferenceDate ?? 0)
        record.append(origin.trace?.number ?? 0)
        record.append(origin.agent ?? "")
        record.append(origin.memory ?? "")
    }

    /// The characters that handing over the lesson takes.
    static func characters(_ reader: ByteReader) throws(RecallError) -> Int {
        var reader = reader
        return Int(try reader.number(as: UInt32.self))
    }

    /// The title of the lesson.
    static func title(_ reader: ByteReader) throws(RecallError) -> String {
        var reader = reader
        _ = try reader.number(as: UInt32.self)
        return try reader.text()
    }

    /// What keeps the lesson from firing.
    static func unless(_ reader: ByteReader) throws(RecallError) -> [Cue] {
        var reader = reader
        _ = try reader.number(as: UInt32.self)
        _ = try reader.text()
        return try reader.texts().compactMap(Cue.init)
    }

    /// The entry that `row` and the record describe.
    static func indexed(
        _ row: EntryRow, _ reader: ByteReader
    ) throws(RecallError) -> IndexedStrategy {
        var reader = reader
        _ = try reader.number(as: UInt32.self)
        let title = try reader.text()
        let unless = try reader.texts().compactMap(Cue.init)
        let location = try reader.text()
        let lesson = try lesson(title, unless, row.flags, &reader)
        let origin = try origin(row.flags, &reader)
        let expires = Date(timeIntervalSinceReferenceDate: try reader.time())
        var supersedes: [EntryID] = []
        for _ in 0..<(try reader.number(as: UInt32.self)) {
            supersedes.append(try whole(EntryID(number: try reader.number())))
        }
        let strategy = Strategy(
            id: try whole(EntryID(number: row.id)), status: row.flags.status, lesson: lesson,
            origin: origin, supersedes: supersedes,
            expires: row.flags.contains(.hasExpiry) ? expires : nil)
        return IndexedStrategy(
            strategy: strategy, location: location, record: row.record,
            expires: row.expires == .infinity
                ? nil : Date(timeIntervalSinceReferenceDate: row.expires),
            isRecallable: row.flags.contains(.recallable))
    }

    private static func lesson(
        _ title: String, _ unless: [Cue], _ flags: EntryFlags, _ reader: inout ByteReader
    ) throws(RecallError) -> Lesson {
        let skill = try whole(SkillPath(try reader.text()))
        let (when, action) = (try reader.text(), try whole(Action(try reader.text())))
        let (rejected, because) = (try reader.text(), try reader.text())
        return Lesson(
            skill: skill, title: title, when: when, cues: try reader.texts().compactMap(Cue.init),
            unless: unless, action: action,
            insteadOf: flags.contains(.hasRejected) ? try whole(Action(rejected)) : nil,
            because: because)
    }

    private static func origin(
        _ flags: EntryFlags, _ reader: inout ByteReader
    ) throws(RecallError) -> Strategy.Origin {
        let created = Date(timeIntervalSinceReferenceDate: try reader.time())
        let trace = EntryID(number: try reader.number())
        let (agent, memory) = (try reader.text(), try reader.text())
        return Strategy.Origin(
            agent: flags.contains(.hasAgent) ? agent : nil,
            created: flags.contains(.hasCreated) ? created : nil,
            trace: flags.contains(.hasTrace) ? try whole(trace) : nil,
            memory: flags.contains(.hasMemory) ? memory : nil)
    }

    private static func whole<Value>(_ value: Value?) throws(RecallError) -> Value {
        guard let value else { throw .damaged }
        return value
    }
}

extension Lesson {
    /// The characters that an agent reads when the lesson is handed over.
    fileprivate var characterCount: Int {
        [title, when, action.text, insteadOf?.text ?? "", because].reduce(0) { $0 + $1.count }
    }
}
