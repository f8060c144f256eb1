import EtudeDomain
import struct Foundation.Date

/// What a query asks of every entry, in the form in which an index compares it.
struct Scope {
    private let skills: Set<UInt64>?
    private let agent: UInt64?
    private let leaning: UInt64?
    private let now: Double
    private let terms: Terms
    private let hidden: Set<UInt64>

    init(_ query: Query) {
        skills = query.skill.map { Set(([$0] + $0.ancestors).map { stableHash($0.text) }) }
        agent = query.agent.flatMap { $0.isEmpty ? nil : stableHash($0) }
        leaning = query.situation.leaning.map(stableHash)
        now = query.now.timeIntervalSinceReferenceDate
        terms = query.situation.terms
        hidden = Set(query.hidden.map(\.number))
    }

    /// Whether an entry may be handed over.
    func admits(_ row: EntryRow) -> Bool {
        guard row.flags.contains(.recallable) else { return false }
        if !hidden.isEmpty, hidden.contains(row.id) { return false }
        if row.flags.contains(.proposed), agent != row.agent { return false }
        if let skills, !skills.contains(row.skill) { return false }
        if let leaning, row.flags.contains(.hasRejected), leaning != row.rejected { return false }
        return now < row.expires
    }

    /// Whether the task holds a word or phrase that an entry is not for.
    func rulesOut(_ unless: [Cue]) -> Bool { unless.contains { $0.occurs(in: terms) } }
}
