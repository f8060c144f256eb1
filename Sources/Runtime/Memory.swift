public import EtudeDomain
import EtudeGit
import EtudePractice
public import EtudeRecall
public import EtudeStore
import Foundation

/// An open memory: its latest revision and what is derived from it.
public actor Memory {
    /// Owns the repository.
    public nonisolated let store: MemoryStore
    nonisolated let surroundings: Surroundings
    /// The memory at the tip of the branch, as of the last look.
    public private(set) var snapshot: MemorySnapshot
    /// Every trace, oldest first, as it was last written.
    public private(set) var traces: [Trace]
    private(set) var attempts: [Attempt]
    private var indexed: [EntryID: IndexedStrategy] = [:]
    private var builtIndex: RecallIndex?
    private let traceProblems: [EntryProblem]
    /// Seconds within which the same failure, told again, is taken for a mended lesson.
    private static let patienceForMending = 3600.0

    /// Opens a memory and reads it whole.
    ///
    /// Cost: linear in its files and traces.
    public static func open(
        _ location: MemoryLocation, surroundings: Surroundings, recovering: Bool = true
    ) async throws(StoreError) -> Memory {
        let store = try MemoryStore(location, recovering: recovering)
        let snapshot = try await store.snapshot()
        let (traces, problems) = try await store.traces(limit: snapshot.charter.keepTraces)
        return Memory(
            store: store, surroundings: surroundings, snapshot: snapshot, traces: traces,
            problems: problems)
    }

    private init(
        store: MemoryStore, surroundings: Surroundings, snapshot: MemorySnapshot, traces: [Trace],
        problems: [EntryProblem]
    ) {
        self.store = store
        self.surroundings = surroundings
        self.snapshot = snapshot
        self.traces = traces
        traceProblems = problems
        attempts = traces.compactMap(Attempt.init)
        indexed = Self.indexed(snapshot, attempts)
    }

    /// The revision that the index answers for.
    public var revision: String? { snapshot.revision?.description }

    /// Looks for new commits.
    public func refresh() async throws(StoreError) {
        let latest = try await store.snapshot()
        guard latest.revision != snapshot.revision else { return }
        let known = snapshot
        snapshot = latest
        for file in latest.strategies where known.strategy(file.strategy.id) != file {
            indexed[file.strategy.id] = Self.indexed(
                file, .of(file.strategy.lesson, over: attempts), latest.charter)
        }
        builtIndex = nil
    }

    /// The agent's latest trace, where it tells of the same attempt and nothing was learned from it.
    ///
    /// So a refused lesson that is mended and sent again does not count its failure twice.
    func firstAccount(of trace: Trace) -> Trace? {
        guard let last = traces.last(where: { $0.agent == trace.agent }),
            last.skill == trace.skill, last.task == trace.task, last.outcome == trace.outcome,
            trace.ended.timeIntervalSince(last.ended) < Self.patienceForMending,
            !snapshot.strategies.contains(where: { $0.strategy.origin.trace == last.id })
        else { return nil }
        return last
    }

    /// Keeps a trace, and counts it in the record of every strategy that fires on it.
    func keep(_ trace: Trace) async throws(StoreError) {
        try await store.append(trace, by: surroundings.signature)
        builtIndex = nil
        if let place = traces.lastIndex(where: { $0.id == trace.id }) {
            traces[place] = trace
            attempts = traces.compactMap(Attempt.init)
            indexed = Self.indexed(snapshot, attempts)
            return
        }
        traces.append(trace)
        guard let attempt = Attempt(trace) else { return }
        attempts.append(attempt)
        for file in snapshot.strategies where file.strategy.lesson.fires(in: attempt.situation) {
            indexed[file.strategy.id]?.record.count(attempt, for: file.strategy.lesson)
        }
    }

    /// Marks a trace as thought about.
    func conclude(_ trace: Trace, analysis: String) async throws(StoreError) {
        var concluded = trace
        concluded.evaluation = .done
        try await store.append(concluded, analysis: analysis, by: surroundings.signature)
        if let place = traces.lastIndex(where: { $0.id == trace.id }) { traces[place] = concluded }
    }

    /// Commits a strategy.
    func learn(_ strategy: Strategy, body: String) async throws(StoreError) -> ObjectID {
        try await commit(.learning(strategy, body: body, by: surroundings.signature))
    }

    /// Commits anything else.
    func commit(_ transaction: Transaction) async throws(StoreError) -> ObjectID {
        let commit = try await store.commit(transaction)
        await catchUp()
        return commit
    }

    /// Looks for new commits after one of ours, which is done even where it cannot be read back.
    func catchUp() async { try? await refresh() }

    /// Retires the strategies of agents whose advice did more harm than good.
    ///
    /// Each in a commit that states its record. What people wrote, edited or brought back stays.
    func retireHarmful() async throws(StoreError) -> [EntryID] {
        var retired: [EntryID] = []
        for file in snapshot.strategies
        where file.strategy.status == .active && file.strategy.isLearned
            && record(of: file.strategy.id).isHarmful
        {
            guard try await store.isAsLearned(file) else { continue }
            let (lesson, record) = (file.strategy.lesson, record(of: file.strategy.id))
            let fact =
                "Its advice was right \(record.helped.plain) times and harmed \(record.harmed.plain) times "
                + "over \(attempts.count) stored attempts."
            _ = try await store.setStatus(
                Strategy.Status.retired.rawValue, of: file.path,
                adding: "\n## Retired\n\n\(fact)\n",
                message: CommitMessage(
                    .retire, lesson.skill, lesson.title, body: fact,
                    trailers: [
                        (.retires, file.strategy.id.text), (.skill, lesson.skill.text),
                        (.agent, surroundings.agent),
                    ]), by: surroundings.signature)
            retired.append(file.strategy.id)
        }
        if !retired.isEmpty { await catchUp() }
        return retired
    }

    /// How the advice of a strategy did over the stored attempts.
    public func record(of id: EntryID) -> AdviceRecord {
        indexed[id]?.record ?? AdviceRecord()
    }

    /// The gate, over the memory and the attempts as they stand.
    var gate: Gate<StrategyIndex> {
        Gate(
            charter: snapshot.charter, taxonomy: snapshot.taxonomy,
            strategies: snapshot.strategies.map(\.strategy), attempts: attempts)
    }

    /// Keeps the index beside the repository, for recalls by other processes.
    public func saveIndex() {
        RecallCache(location: store.location).save(index)
    }

    /// What recall answers from: the strategies that may be recalled, with their records.
    public var index: RecallIndex {
        if let builtIndex { return builtIndex }
        let charter = snapshot.charter
        let permitted = snapshot.recallable.filter { charter.permits($0.strategy.lesson.skill) }
        let denied = snapshot.recallable.filter { !charter.permits($0.strategy.lesson.skill) }
        let index = RecallIndex(
            of: permitted.compactMap { indexed[$0.strategy.id] }, revision: revision,
            limits: RecallLimits(strategies: charter.inject, characters: charter.injectCharacters),
            notes: (snapshot.problems + traceProblems).map { "left out: \(Failure($0).line)" }
                + denied.map { "left out: \($0.path): the charter does not allow its skill" })
        builtIndex = index
        return index
    }

    private static func indexed(
        _ snapshot: MemorySnapshot, _ attempts: [Attempt]
    ) -> [EntryID: IndexedStrategy] {
        let experience = AttemptIndex(attempts)
        let files = snapshot.strategies.map {
            (
                $0.strategy.id,
                indexed($0, experience.record(of: $0.strategy.lesson), snapshot.charter)
            )
        }
        return Dictionary(files) { $1 }
    }

    private static func indexed(
        _ file: MemorySnapshot.StrategyFile, _ record: AdviceRecord, _ charter: Charter
    ) -> IndexedStrategy {
        let strategy = file.strategy
        let patience = Double(charter.proposalsExpireDays) * 24 * 60 * 60
        let lapses =
            strategy.status == .proposed
            ? strategy.origin.created?.addingTimeInterval(patience) : nil
        return IndexedStrategy(
            strategy: strategy, location: file.path, record: record, expires: lapses)
    }
}

extension Failure {
    /// The failure on one line.
    var line: String {
        guard let spot else { return message }
        guard let line = spot.line else { return "\(spot.path): \(message)" }
        return "\(spot.path):\(line):\(spot.column): \(message)"
    }
}

extension Double {
    /// The number without a needless `.0`.
    var plain: String { self == rounded() ? String(Int(self)) : "\(self)" }
}
