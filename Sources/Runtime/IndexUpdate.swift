import EtudeDomain
import EtudeGit
import EtudePractice
import EtudeRecall
import EtudeStore
import Foundation

/// Gathers what becomes of an index when files and attempts of its memory change.
struct IndexUpdate {
    private let index: RecallIndex
    /// The attempts as they are now.
    private let log: AttemptLog
    private let charter: Charter
    private var removed: Set<EntryID> = []
    /// The strategies that came or changed, as they are now.
    private var added: [EntryID: IndexedStrategy] = [:]
    /// Those among them whose records were counted from the log.
    private var counted: Set<EntryID> = []
    /// The strategies whose records change.
    private(set) var recounted: Set<EntryID> = []

    init(of index: RecallIndex, _ log: AttemptLog, _ charter: Charter) {
        self.index = index
        self.log = log
        self.charter = charter
    }

    /// Takes in other files; false where only the whole memory tells what they lead to.
    mutating func takeIn(_ entries: [EntryChange]) throws(RecallError) -> Bool {
        let paths = Set(entries.map(\.path))
        guard !paths.contains(MemoryLayout.charter),
            !entries.contains(where: { $0.content == .unreadable }),
            !index.notes.contains(where: { note in paths.contains { note.contains($0) } })
        else { return false }
        var superseded: Set<EntryID> = []
        for path in paths {
            for known in try index.strategies(at: path) {
                removed.insert(known.strategy.id)
                superseded.formUnion(known.strategy.supersedes)
            }
        }
        for entry in entries {
            guard case .strategy(let strategy) = entry.content else { continue }
            guard try add(strategy, at: entry.path) else { return false }
            superseded.formUnion(strategy.supersedes)
        }
        try reconsider(superseded)
        return true
    }

    /// Takes in other attempts.
    mutating func takeIn(_ attempts: AttemptLog.Change) throws(RecallError) {
        for attempt in attempts.removed.compactMap(\.attempt) {
            try recount(attempt) { $0.discount(attempt, for: $1) }
        }
        for attempt in attempts.added.compactMap(\.attempt) {
            try recount(attempt) { $0.count(attempt, for: $1) }
        }
    }

    /// The index with all that was taken in; its changes become part of it where they are many.
    func result(for revision: String) throws(RecallError) -> RecallIndex {
        if added.isEmpty, removed.isEmpty, index.revision == revision, index.counted == log.mark {
            return index
        }
        let changed = try index.changed(
            removing: removed, adding: Array(added.values), revision: revision,
            limits: RecallLimits(charter), notes: index.notes, counted: log.mark)
        let most = max(Self.fewestBytes, changed.bytes.count / Self.share)
        return (changed.changes?.count ?? 0) > most ? try changed.merged() : changed
    }

    /// The bytes of changes that are written in every case, as one write costs little more than another.
    private static let fewestBytes = 1 << 17
    /// The share of an index that its changes may reach: rewriting all costs as much as that many.
    private static let share = 16

    /// Adds a strategy; false where its id is that of another file, or its skill is not permitted.
    private mutating func add(
        _ strategy: Strategy, at path: String
    ) throws(RecallError) -> Bool {
        guard added[strategy.id] == nil, charter.permits(strategy.lesson.skill) else {
            return false
        }
        if !removed.contains(strategy.id), try index.strategy(strategy.id) != nil { return false }
        counted.insert(strategy.id)
        recounted.insert(strategy.id)
        added[strategy.id] = IndexedStrategy(
            strategy, at: path, record: log.record(of: strategy.lesson), charter: charter,
            isSuperseded: false)
        return true
    }

    /// Finds out again which of these strategies, and of those that changed, are superseded.
    private mutating func reconsider(_ ids: Set<EntryID>) throws(RecallError) {
        let changed = Set(added.keys)
        for id in ids.union(changed) {
            let known: IndexedStrategy? =
                if let latest = added[id] { latest } else if removed.contains(id) { nil } else {
                    try index.strategy(id)
                }
            guard let known else { continue }
            let older = try index.strategies(superseding: id).contains {
                !removed.contains($0.strategy.id)
            }
            let newer = changed.contains {
                guard let rival = added[$0]?.strategy else { return false }
                return rival.status == .active && rival.supersedes.contains(id)
            }
            added[id] = IndexedStrategy(
                known.strategy, at: known.location, record: known.record, charter: charter,
                isSuperseded: older || newer)
        }
    }

    private mutating func recount(
        _ attempt: Attempt, _ change: (inout AdviceRecord, Lesson) -> Void
    ) throws(RecallError) {
        for known in try index.strategies(firingIn: attempt.situation) {
            let id = known.strategy.id
            if counted.contains(id) || removed.contains(id) { continue }
            var latest = added[id] ?? known
            change(&latest.record, latest.strategy.lesson)
            added[id] = latest
            recounted.insert(id)
        }
    }
}

extension RecallIndex {
    /// Builds the index of a memory as it was read.
    init(of snapshot: MemorySnapshot, _ log: AttemptLog) {
        let charter = snapshot.charter
        let attempts = AttemptIndex(log.attempts)
        let inUse = Set(snapshot.recallable.map(\.strategy.id))
        let strategies = snapshot.strategies.map { file in
            IndexedStrategy(
                file.strategy, at: file.path, record: attempts.record(of: file.strategy.lesson),
                charter: charter, isSuperseded: !inUse.contains(file.strategy.id))
        }
        self.init(
            of: strategies, revision: snapshot.revision?.description,
            limits: RecallLimits(charter), notes: snapshot.notes(), counted: log.mark)
    }
}

extension MemorySnapshot {
    /// What is left out, and why: entries, and what `others` tells of.
    func notes(besides others: [EntryProblem] = []) -> [String] {
        (problems + others).map { "left out: \(Failure($0).line)" }
            + recallable.filter { !charter.permits($0.strategy.lesson.skill) }.map {
                "left out: \($0.path): the charter does not allow its skill"
            }
    }
}

extension RecallLimits {
    init(_ charter: Charter) {
        self.init(strategies: charter.inject, characters: charter.injectCharacters)
    }
}

extension IndexedStrategy {
    init(
        _ strategy: Strategy, at path: String, record: AdviceRecord, charter: Charter,
        isSuperseded: Bool
    ) {
        let patience = Double(charter.proposalsExpireDays) * 24 * 60 * 60
        let lapses =
            strategy.status == .proposed
            ? strategy.origin.created?.addingTimeInterval(patience) : nil
        self.init(
            strategy: strategy, location: path, record: record, expires: lapses,
            isRecallable: strategy.status != .retired && !isSuperseded
                && charter.permits(strategy.lesson.skill))
    }
}
