import EtudeAgents
import EtudeDomain
import EtudeStore

/// The whole loop on the embedded support desk, in one go.
public struct Demonstration: Sendable {
    /// The folder of the new memory.
    public let folder: String
    /// What the order of the requests is drawn from.
    public let seed: UInt64

    /// What is shown, in order.
    public enum Step: Sendable {
        /// The held-out answers after so many requests.
        case measured(after: Int, PracticeReport.Comparison)
        /// What the practice came to.
        case practised(PracticeReport)
        /// The strategy with the largest effect on held-out requests, as its file says it.
        case strategy(path: String, text: String, decided: Int)
        /// What was learned.
        case history([ShowHistory.Entry], all: Int)
        /// The strategy was taken back, and these answers changed.
        case reverted(RevertChange.Outcome, changed: [ChangedAnswer])
    }

    /// An answer before and after a strategy was taken back.
    public struct ChangedAnswer: Codable, Hashable, Sendable {
        /// The request.
        public let request: String
        /// The answer with the strategy.
        public let before: String
        /// The answer without it.
        public let after: String
        /// The right answer.
        public let right: String
    }

    /// What it came to.
    public struct Outcome: Codable, Hashable, Sendable {
        /// The practice.
        public let practice: PracticeReport
        /// The strategy that was taken back.
        public let reverted: String
        /// The answers that changed.
        public let changed: [ChangedAnswer]
    }

    /// How many requests are practised on.
    public static let attempts = 100

    /// Plans a demonstration.
    public init(folder: String, seed: UInt64) {
        self.folder = folder
        self.seed = seed
    }

    /// Runs it, telling each step.
    public func run(_ surroundings: Surroundings, tell: (Step) -> Void) async throws(Failure)
        -> Outcome
    {
        let (desk, finder) = (
            Desk.embedded, MemoryFinder(named: folder, environment: [:], currentFolder: folder)
        )
        let agent = Apprentice(name: surroundings.agent, intents: desk.skills.keys)
        let session = PracticeSession(
            desk: desk, skill: nil, attempts: Self.attempts, seed: seed, agent: agent,
            checkpoints: [0, 25, 50, 75])
        let report = try await session.run(folder: folder, surroundings: surroundings) { progress in
            if case .measured(let count, let comparison) = progress {
                tell(.measured(after: count, comparison))
            }
        }
        tell(.practised(report))

        let heldOut = HeldOut(desk: desk, agent: agent, now: surroundings.now())
        let location = try finder.location()
        let before = try await rows(heldOut, location, surroundings)
        let (id, decided) = try mostDecisive(in: before)
        let history = ShowHistory(finder)
        let detail = try await history.detail(of: id.text, surroundings: surroundings)
        tell(.strategy(path: detail.path ?? "", text: detail.text, decided: decided))
        tell(
            .history(
                try await history.entries(limit: 8, skill: nil), all: report.strategies.accepted))

        let reverted = try await RevertChange(.named(id.text)).run(
            finder, surroundings: surroundings)
        let after = try await rows(heldOut, location, surroundings)
        let changed = zip(before, after).filter { $0.with != $1.with }.map { old, new in
            ChangedAnswer(
                request: old.item.text, before: old.with, after: new.with, right: old.item.intent)
        }
        tell(.reverted(reverted, changed: changed))
        return Outcome(practice: report, reverted: id.text, changed: changed)
    }

    private func rows(
        _ heldOut: HeldOut, _ location: MemoryLocation, _ surroundings: Surroundings
    ) async throws(Failure) -> [HeldOut.Row] {
        let memory = try await worded { () throws(StoreError) in
            try await Memory.open(location, surroundings: surroundings)
        }
        return try await heldOut.rows(with: await memory.index)
    }

    /// The strategy that decided most answers, the first by id among equals.
    private func mostDecisive(in rows: [HeldOut.Row]) throws(Failure) -> (id: EntryID, count: Int) {
        let counts = Dictionary(rows.flatMap(\.used).map { ($0, 1) }, uniquingKeysWith: +)
        guard let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else {
            throw Failure("no strategy decided a held-out request, so there is none to take back")
        }
        return (most.key, most.value)
    }
}
