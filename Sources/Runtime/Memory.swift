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
    /// What is derived from the memory, as of the last look.
    private(set) var derived: DerivedMemory
    private var knownTraces: (traces: [Trace], problems: [EntryProblem])?
    private var knownAttempts: [Attempt]?
    /// Seconds within which the same failure, told again, is taken for a mended lesson.
    private static let patienceForMending = 3600.0

    /// Opens a memory.
    ///
    /// Cost: linear in what changed since its index was last kept; without one, in its files and traces.
    public static func open(
        _ location: MemoryLocation, surroundings: Surroundings
    ) async throws(StoreError) -> Memory {
        let store = try MemoryStore(location)
        let derived = try await DerivedMemory.latest(of: store)
        return Memory(store: store, surroundings: surroundings, derived: derived)
    }

    private init(store: MemoryStore, surroundings: Surroundings, derived: DerivedMemory) {
        self.store = store
        self.surroundings = surroundings
        self.derived = derived
    }

    /// What recall answers from: the strategies with their records.
    public var index: RecallIndex { derived.index }

    /// The revision that the index answers for.
    public var revision: String? { derived.index.revision }

    /// The operator's rules.
    public var charter: Charter { derived.charter }

    /// The skills.
    public var taxonomy: Taxonomy { derived.taxonomy }

    /// The whole memory at the tip of the branch.
    ///
    /// Cost: the files changed since the last call, or all of them at the first.
    public func snapshot() async throws(StoreError) -> MemorySnapshot { try await store.snapshot() }

    /// Looks for new commits and traces.
    public func refresh() async throws(StoreError) {
        derived = try await derived.followed(in: store)
    }

    /// Reads everything anew, whatever was derived from it before.
    public func rebuild() async throws(StoreError) {
        derived = try await DerivedMemory.whole(store)
    }

    /// Keeps a trace, and counts it in the record of every strategy that fires on it.
    func keep(_ trace: Trace) async throws(StoreError) {
        let told = try await store.append(trace, by: surroundings.signature)
        try await takeIn(trace, told, isAfterthought: false)
    }

    /// Marks a trace as thought about.
    func conclude(_ trace: Trace, analysis: String) async throws(StoreError) {
        var concluded = trace
        concluded.evaluation = .done
        let told = try await store.append(
            concluded, analysis: analysis, by: surroundings.signature)
        try await takeIn(concluded, told, isAfterthought: true)
    }

    private func takeIn(
        _ trace: Trace, _ told: (commit: ObjectID, after: ObjectID?), isAfterthought: Bool
    ) async throws(StoreError) {
        if let place = knownTraces?.traces.lastIndex(where: { $0.id == trace.id }) {
            knownTraces?.traces[place] = trace
        } else {
            knownTraces?.traces.append(trace)
        }
        knownAttempts = nil
        let account = Account(
            trace, commit: told.commit.description, isAfterthought: isAfterthought)
        if let adding = derived.adding(account, after: told.after, in: store) {
            derived = adding
        } else {
            try await refresh()
        }
    }

    /// Commits a strategy.
    func learn(_ strategy: Strategy, body: String) async throws(StoreError) -> ObjectID {
        try await commit(.learning(strategy, body: body, by: surroundings.signature))
    }

    /// Commits strategies, each on its own.
    func learn(_ strategies: [(Strategy, body: String)]) async throws(StoreError) {
        let transactions = try strategies.map { strategy, body throws(StoreError) in
            try Transaction.learning(strategy, body: body, by: surroundings.signature)
        }
        _ = try await store.commit(transactions)
        await catchUp()
    }

    /// Commits anything else.
    func commit(_ transaction: Transaction) async throws(StoreError) -> ObjectID {
        let commit = try await store.commit(transaction)
        await catchUp()
        return commit
    }

    /// Looks for new commits after one of ours, which is done even where it cannot be read back.
    func catchUp() async { try? await refresh() }

    /// Keeps what is derived beside the repository, for other processes.
    public func saveIndex() { derived.save(for: store.location) }
}

/// What was tried.
extension Memory {
    /// Every trace, of each agent the oldest first, as it was last written.
    public func traces() async throws(StoreError) -> [Trace] { try await readTraces().traces }

    /// What is left out of the memory as it stands, entries and traces, and why.
    func leftOut() async throws(StoreError) -> [String] {
        try await snapshot().notes(besides: readTraces().problems)
    }

    private func readTraces() async throws(StoreError) -> (
        traces: [Trace], problems: [EntryProblem]
    ) {
        if let knownTraces { return knownTraces }
        let read = try await store.traces(limit: charter.keepTraces)
        knownTraces = read
        return read
    }

    /// The attempts whose right answer is known.
    var attempts: [Attempt] {
        if let knownAttempts { return knownAttempts }
        let attempts = derived.log.attempts
        knownAttempts = attempts
        return attempts
    }

    /// The agent's latest trace, where it tells of the same attempt and nothing was learned from it.
    ///
    /// So a refused lesson that is mended and sent again does not count its failure twice.
    func firstAccount(of trace: Trace) async throws(StoreError) -> EntryID? {
        guard let last = derived.log.newest(of: trace.agent), last.skill == trace.skill,
            last.task == trace.task, last.outcome == trace.outcome,
            trace.ended.timeIntervalSince(last.ended) < Self.patienceForMending,
            try await isUnlearned(last.trace)
        else { return nil }
        return last.trace
    }

    /// Whether nothing was learned from a trace.
    func isUnlearned(_ trace: EntryID) async throws(StoreError) -> Bool {
        try await looking { derived throws(RecallError) in
            try derived.index.strategies(learnedFrom: trace).isEmpty
        }
    }

    /// The number of attempts whose right answer is known, `trace` counted once.
    func attemptCount(with trace: Trace) -> Int {
        let last = derived.log.newest(of: trace.agent)
        let isThere = last?.trace == trace.id && last?.attempt != nil
        return derived.log.attemptCount + (isThere || trace.choice.right == nil ? 0 : 1)
    }
}

/// What came of the advice.
extension Memory {
    /// How the advice of a strategy did over the stored attempts.
    public func record(of id: EntryID) async throws(StoreError) -> AdviceRecord {
        try await strategy(id)?.record ?? AdviceRecord()
    }

    /// The strategy with an id; nil when there is none.
    public func strategy(_ id: EntryID) async throws(StoreError) -> IndexedStrategy? {
        try await looking { derived throws(RecallError) in try derived.index.strategy(id) }
    }

    /// The strategies with these ids, where they are there.
    func strategies(_ ids: [EntryID]) async throws(StoreError) -> [IndexedStrategy] {
        try await looking { derived throws(RecallError) in
            var found: [IndexedStrategy] = []
            for id in ids {
                if let known = try derived.index.strategy(id) { found.append(known) }
            }
            return found
        }
    }

    /// The strategies in a file.
    func strategies(at path: String) async throws(StoreError) -> [IndexedStrategy] {
        try await looking { derived throws(RecallError) in try derived.index.strategies(at: path) }
    }

    /// What the gate says about a lesson; none of the successes at a skill that is mastered may be lost.
    func judge(
        _ lesson: Lesson, from trace: Trace,
        isMastered: @Sendable (SkillPath) -> Bool = { _ in false }
    ) async throws(StoreError) -> Verdict {
        try await looking { derived throws(RecallError) in
            try Gate(charter: derived.charter, taxonomy: derived.taxonomy, source: derived.known)
                .judge(lesson, from: trace, isMastered: isMastered)
        }
    }

    /// Reads the whole index, and makes a new one where it is damaged.
    public func verifyIndex() async throws(StoreError) {
        try await looking { derived throws(RecallError) in try derived.index.verify() }
    }

    /// Returns what `look` finds; where the index is damaged, in a new one.
    private func looking<Result: Sendable>(
        _ look: (DerivedMemory) throws(RecallError) -> Result
    ) async throws(StoreError) -> Result {
        do throws(RecallError) { return try look(derived) } catch { try await rebuild() }
        do throws(RecallError) { return try look(derived) } catch {
            preconditionFailure("what this process made can be read")
        }
    }

    /// Retires the strategies of agents whose advice did more harm than good.
    ///
    /// Each in a commit that states its record. What people wrote, edited or brought back stays. Looks
    /// only at strategies whose records changed since the last time.
    func retireHarmful() async throws(StoreError) -> [EntryID] {
        var retired: [EntryID] = []
        for id in derived.recounted.sorted() {
            guard let known = try await strategy(id), known.strategy.status == .active,
                known.strategy.isLearned, known.record.isHarmful,
                try await store.isAsLearned(id, at: known.location)
            else { continue }
            try await retire(known)
            retired.append(id)
        }
        derived.clearRecounted()
        if !retired.isEmpty { await catchUp() }
        return retired
    }

    private func retire(_ known: IndexedStrategy) async throws(StoreError) {
        let record = known.record
        _ = try await retire(
            known,
            because: "Its advice was right \(record.helped.plain) times and harmed "
                + "\(record.harmed.plain) times over \(derived.log.attemptCount) stored attempts.")
    }

    /// Retires a strategy, in a commit that states the fact as its file does from then on.
    func retire(
        _ known: IndexedStrategy, because fact: String
    ) async throws(StoreError) -> ObjectID {
        let lesson = known.strategy.lesson
        return try await store.setStatus(
            Strategy.Status.retired.rawValue, of: known.location,
            adding: "\n## Retired\n\n\(fact)\n",
            message: CommitMessage(
                .retire, lesson.skill, lesson.title, body: fact,
                trailers: [
                    (.retires, known.strategy.id.text), (.skill, lesson.skill.text),
                    (.agent, surroundings.agent),
                ]), by: surroundings.signature)
    }

    /// What a strategy does where it fires: over the attempts given, else over the stored ones, but for
    /// the one that taught it.
    func evidence(
        about strategy: Strategy, over attempts: [Attempt]? = nil
    ) async throws(StoreError) -> TrialEvidence {
        let now = surroundings.now()
        return try await looking { derived throws(RecallError) in
            try derived.known.evidence(about: strategy, over: attempts, now: now)
        }
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
