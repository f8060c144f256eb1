import EtudeDomain
import EtudePractice
import EtudeRecall
import EtudeStore

/// A memory that lives in this process alone: its records, recall and retirement are those of a memory
/// in a repository, and the gate is as strict as an experiment wants it.
actor ScratchMemory: PracticeMemory {
    /// What a lesson has to pass.
    enum Admission: Hashable, Sendable {
        /// The whole gate.
        case gate
        /// That in replay it fixes more than it breaks.
        case replay
        /// Nothing.
        case open
    }

    let charter: Charter
    let taxonomy: Taxonomy
    private let admission: Admission
    private(set) var index: RecallIndex
    private var log: AttemptLog
    private var model: CompetencyModel
    /// The attempts whose right answer is known.
    private(set) var attempts: [Attempt] = []
    private var told: [Trace] = []
    private var recounted: Set<EntryID> = []
    private var commits = 0

    /// Makes an empty memory of an agent's.
    init(agent: String, charter: Charter, taxonomy: Taxonomy, admission: Admission) {
        self.charter = charter
        self.taxonomy = taxonomy
        self.admission = admission
        log = AttemptLog(limit: charter.keepTraces)
        index = RecallIndex(
            of: [], revision: "0", limits: RecallLimits(charter), counted: log.mark)
        model = CompetencyModel(agent: agent, charter: charter, taxonomy: taxonomy)
    }

    var revision: String? { index.revision }

    /// What the gate asks.
    var known: IndexedMemory { IndexedMemory(index: index, log: log) }

    /// The strategies, retired ones included, in the order of their ids.
    var strategies: [IndexedStrategy] {
        var all: [IndexedStrategy] = []
        sound { () throws(RecallError) in try index.forEach { all.append($0) } }
        return all.sorted { $0.strategy.id < $1.strategy.id }
    }

    func competencies(of agent: String) -> CompetencyModel { model }

    func traces() -> [Trace] { told }

    func isUnlearned(_ trace: EntryID) -> Bool { true }

    func conclude(_ trace: Trace, analysis: String) {}

    func keepRefused(_ drafts: [(draft: Strategy, reasons: [String])], of agent: String) {}

    func proposeSkills(below skill: SkillPath, for agent: String) -> Int { 0 }

    func judge(
        _ lesson: Lesson, from trace: Trace, _ model: CompetencyModel
    ) throws(StoreError) -> Verdict {
        let gate = Gate(charter: charter, taxonomy: taxonomy, source: known)
        let verdict = sound { () throws(RecallError) in
            try gate.judge(lesson, from: trace) { model.state(of: $0) == .mastered }
        }
        return switch admission {
        case .gate: verdict
        case .replay: verdict.considering { $0 == .replay }
        case .open: verdict.considering { _ in false }
        }
    }

    func keep(_ trace: Trace) {
        told.append(trace)
        if let attempt = Attempt(trace) { attempts.append(attempt) }
        model.count(trace)
        let account = Account(
            trace, commit: String(repeating: "0", count: 40), isAfterthought: false)
        update([], log.takeIn([account]))
    }

    func learn(_ strategies: [(Strategy, body: String)]) {
        commits += strategies.count
        update(strategies.map { EntryChange($0.0) }, AttemptLog.Change())
    }

    func retireHarmful() -> [EntryID] {
        let harmful = recounted.sorted().compactMap { id in
            sound { () throws(RecallError) in try index.strategy(id) }
        }.filter { $0.strategy.status == .active && $0.record.isHarmful }
        recounted = []
        commits += harmful.count
        update(harmful.map { EntryChange($0.strategy.retired) }, AttemptLog.Change())
        recounted = []
        return harmful.map(\.strategy.id)
    }

    private func update(_ entries: [EntryChange], _ attempts: AttemptLog.Change) {
        sound { () throws(RecallError) in
            var update = IndexUpdate(of: index, log, charter)
            _ = try update.takeIn(entries)
            try update.takeIn(attempts)
            index = try update.result(for: "\(commits)")
            recounted.formUnion(update.recounted)
        }
    }

    /// What `work` returns, which reads nothing but what this process made.
    private func sound<Result>(_ work: () throws(RecallError) -> Result) -> Result {
        do { return try work() } catch { preconditionFailure("what this process made can be read") }
    }
}

extension EntryChange {
    fileprivate init(_ strategy: Strategy) {
        self.init(path: MemoryLayout.path(of: strategy), content: .strategy(strategy))
    }
}

extension Strategy {
    fileprivate var retired: Strategy {
        Strategy(
            id: id, status: .retired, lesson: lesson, origin: origin, supersedes: supersedes,
            expires: expires)
    }
}
