import EtudeDomain
import EtudeGit
import EtudePractice
import EtudeRecall
import EtudeStore

/// What is derived from the files and traces of a memory, as of one revision.
///
/// It follows the memory by what changed, so that it costs little to keep up with a large one.
struct DerivedMemory: Sendable {
    /// The operator's rules.
    let charter: Charter
    /// The skills.
    private(set) var taxonomy: Taxonomy
    /// Every strategy, with its record.
    private(set) var index: RecallIndex
    /// Every attempt.
    private(set) var log: AttemptLog
    /// The strategies whose records are not what they were when they were last looked at.
    private(set) var recounted: Set<EntryID>
    /// Whether the index was put together anew, its base included, and is in no file yet.
    private var isIndexNew: Bool
    /// Whether the log was put together anew, and is in no file yet.
    private var isLogNew: Bool

    /// What the gate asks.
    var known: IndexedMemory { IndexedMemory(index: index, log: log) }

    /// The revision.
    var revision: ObjectID? { index.revision.flatMap(ObjectID.init(hex:)) }
}

extension DerivedMemory {
    /// Reads what is derived from a memory, up to date with its latest commit.
    static func latest(of store: MemoryStore) async throws(StoreError) -> DerivedMemory {
        guard let known = try await kept(for: store) else { return try await whole(store) }
        return try await known.followed(in: store)
    }

    /// The same memory as it is now.
    func followed(in store: MemoryStore) async throws(StoreError) -> DerivedMemory {
        guard let tip = try await store.tip() else { return try await Self.whole(store) }
        var followed = self
        guard let attempts = await Self.followTraces(&followed.log, isLogNew, in: store),
            let entries = await changes(to: tip, in: store),
            followed.update(to: tip, entries, attempts)
        else { return try await Self.whole(store) }
        if entries.contains(where: { $0.content == .outline }) {
            followed.taxonomy = try await store.outline(at: tip).taxonomy
        }
        return followed
    }

    /// The same memory after one account more, told in the commit after another; nil where something
    /// else is to be taken in first.
    func adding(
        _ account: Account, after known: ObjectID?, in store: MemoryStore
    ) -> DerivedMemory? {
        var next = self
        let file = AttemptLogFile(location: store.location)
        if isLogNew { file.replace(with: log) }
        next.isLogNew = false
        let stretch = TraceStretch(
            agent: account.agent, after: known?.description, accounts: [account])
        guard let revision, case .added(let change)? = file.add([stretch], to: &next.log),
            next.update(to: revision, [], change)
        else { return nil }
        return next
    }

    /// What the derived files say, of whatever revision; nil where there are none that can be used.
    private static func kept(for store: MemoryStore) async throws(StoreError) -> DerivedMemory? {
        let cache = RecallCache(location: store.location)
        guard let index = cache.load(), let mark = index.counted,
            let revision = index.revision.flatMap(ObjectID.init(hex:)),
            let (charter, taxonomy) = try? await store.outline(at: revision),
            let log = AttemptLogFile(location: store.location).load(
                upTo: mark, limit: charter.keepTraces)
        else { return nil }
        return DerivedMemory(
            charter: charter, taxonomy: taxonomy, index: index, log: log, recounted: [],
            isIndexNew: false, isLogNew: false)
    }

    /// Reads every file of the memory, and of its traces what the log does not know.
    static func whole(_ store: MemoryStore) async throws(StoreError) -> DerivedMemory {
        let snapshot = try await store.snapshot()
        let (log, isLogNew) = try await log(of: store, limit: snapshot.charter.keepTraces)
        let index = RecallIndex(of: snapshot, log)
        return DerivedMemory(
            charter: snapshot.charter, taxonomy: snapshot.taxonomy, index: index, log: log,
            recounted: Set(snapshot.strategies.map(\.strategy.id)), isIndexNew: true,
            isLogNew: isLogNew)
    }

    private static func log(
        of store: MemoryStore, limit: Int
    ) async throws(StoreError) -> (log: AttemptLog, isNew: Bool) {
        let file = AttemptLogFile(location: store.location)
        if var known = file.load(upTo: nil, limit: limit),
            await followTraces(&known, false, in: store) != nil
        {
            return (known, false)
        }
        var log = AttemptLog(limit: limit)
        for (agent, tip) in try await store.tipsOfTraces().sorted(by: { $0.key < $1.key }) {
            let told = try await store.traces(toldBy: agent, upTo: tip, after: nil, limit: limit)
            _ = log.takeIn((told ?? []).map(Account.init))
        }
        return (log, true)
    }

    /// Takes in the traces that the log does not know; nil where that is not to be had.
    private static func followTraces(
        _ log: inout AttemptLog, _ isLogNew: Bool, in store: MemoryStore
    ) async -> AttemptLog.Change? {
        guard var change = log.advance() else { return nil }
        for _ in 0..<mostRounds {
            guard let stretches = await stretches(after: log, in: store) else { return nil }
            if stretches.isEmpty { return change }
            if isLogNew { return change.followed(by: log.takeIn(stretches.flatMap(\.accounts))) }
            switch AttemptLogFile(location: store.location).add(stretches, to: &log) {
            case .added(let more)?: return change.followed(by: more)
            case .overtaken(let more)?: change = change.followed(by: more)
            case nil: return nil
            }
        }
        return nil
    }

    /// How often the traces of other writers may come in between.
    private static let mostRounds = 5

    /// The traces that come after those in the log; nil where only reading all tells.
    private static func stretches(
        after log: AttemptLog, in store: MemoryStore
    ) async -> [TraceStretch]? {
        guard let tips = try? await store.tipsOfTraces(), log.knowsOnly(tips.keys) else {
            return nil
        }
        var stretches: [TraceStretch] = []
        for (agent, tip) in tips.sorted(by: { $0.key < $1.key }) {
            let known = log.tip(of: agent)
            if known == tip.description { continue }
            let told = try? await store.traces(
                toldBy: agent, upTo: tip, after: known.flatMap(ObjectID.init(hex:)),
                limit: log.limit)
            guard let told = told ?? nil else { return nil }
            let accounts = told.map(Account.init)
            // The last commit may tell a trace that cannot be read.
            if accounts.isEmpty { continue }
            stretches.append(TraceStretch(agent: agent, after: known, accounts: accounts))
        }
        return stretches
    }

    /// What changed since; nil where only the whole memory tells.
    private func changes(to tip: ObjectID, in store: MemoryStore) async -> [EntryChange]? {
        guard let revision else { return nil }
        if revision == tip { return [] }
        return try? await store.changes(from: revision, to: tip)
    }

    /// Brings the index to a revision and to the log; returns whether that could be done.
    private mutating func update(
        to revision: ObjectID, _ entries: [EntryChange], _ attempts: AttemptLog.Change
    ) -> Bool {
        do throws(RecallError) {
            var update = IndexUpdate(of: index, log, charter)
            guard try update.takeIn(entries) else { return false }
            try update.takeIn(attempts)
            let updated = try update.result(for: revision.description)
            isIndexNew = isIndexNew || !updated.hasBase(of: index)
            index = updated
            recounted.formUnion(update.recounted)
            return true
        } catch {
            return false
        }
    }
}

extension DerivedMemory {
    /// Keeps what is derived beside the repository, for other processes.
    mutating func save(for location: MemoryLocation) {
        let file = AttemptLogFile(location: location)
        if isLogNew { file.replace(with: log) } else { file.compact(&log) }
        RecallCache(location: location).save(index, isWhole: isIndexNew)
        (isIndexNew, isLogNew) = (false, false)
    }

    /// Leaves no strategy to be looked at.
    mutating func clearRecounted() { recounted = [] }
}

extension Account {
    fileprivate init(_ told: ToldTrace) {
        self.init(
            told.trace, commit: told.commit.description, isAfterthought: told.isAfterthought)
    }
}
