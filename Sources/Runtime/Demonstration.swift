import EtudeAgents
public import EtudeDomain
import EtudeStore

/// The whole loop on the embedded support desk, in one go.
public struct Demonstration: Sendable {
    /// The folder of the new memory.
    public let folder: String
    /// What the order of the requests is drawn from.
    public let seed: UInt64
    /// How many parts of the experiment run at once.
    public let atOnce: Int

    /// What is shown, in order.
    public enum Step: Sendable {
        /// The held-out answers after so many requests.
        case measured(after: Int, PracticeReport.Comparison)
        /// What the practice came to.
        case practised(PracticeReport)
        /// The strategy that helped most on held-out requests, as its file says it.
        case strategy(path: String, text: String, decided: Int)
        /// What was learned.
        case history([ShowHistory.Entry], all: Int)
        /// The strategy was taken back, and these answers changed.
        case reverted(RevertChange.Outcome, changed: [ChangedAnswer])
        /// The same practice for every skill, beside a placebo.
        case compared(ExperimentReport)
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
        /// The same practice for every skill, beside a placebo.
        public let experiment: ExperimentReport
    }

    /// How many seeds the experiment has.
    public static let seeds = 5

    /// How many requests are practised on.
    public static let attempts = 100

    /// The skill that is practised.
    public static let skill = SkillPath("support/delivery")

    /// Plans a demonstration.
    public init(folder: String, seed: UInt64, atOnce: Int = 1) {
        self.folder = folder
        self.seed = seed
        self.atOnce = atOnce
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
            desk: desk, skill: Self.skill, attempts: Self.attempts, seed: seed, agent: agent,
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
        let (id, decided) = try mostHelpful(in: before)
        let history = ShowHistory(finder)
        let detail = try await history.detail(of: id.text, surroundings: surroundings)
        tell(.strategy(path: detail.path ?? "", text: detail.text, decided: decided))
        tell(
            .history(
                try await history.entries(limit: 40, skill: nil).filter { !$0.strategies.isEmpty },
                all: report.strategies.accepted))

        let reverted = try await RevertChange(.named(id.text)).run(
            finder, surroundings: surroundings)
        let after = try await rows(heldOut, location, surroundings)
        let changed = zip(before, after).filter { $0.with != $1.with }.map { old, new in
            ChangedAnswer(
                request: old.item.text, before: old.with, after: new.with, right: old.item.intent)
        }
        tell(.reverted(reverted, changed: changed))
        let experiment = try await Experiment(
            desk: desk, agent: agent, arms: [.practice, .placebo], seeds: Self.seeds,
            checkpoints: [Self.attempts / 2, Self.attempts], isInSequence: true
        ).run(atOnce: atOnce)
        tell(.compared(experiment))
        return Outcome(
            practice: report, reverted: id.text, changed: changed, experiment: experiment)
    }

    private func rows(
        _ heldOut: HeldOut, _ location: MemoryLocation, _ surroundings: Surroundings
    ) async throws(Failure) -> [HeldOut.Row] {
        let memory = try await worded { () throws(StoreError) in
            let memory = try await Memory.open(location, surroundings: surroundings)
            try await memory.verifyIndex()
            return memory
        }
        return try await heldOut.rows(with: await memory.index)
    }

    /// The strategy that by itself fixed most answers net of those it broke, the first by id among
    /// equals, with the number of answers that it decided.
    private func mostHelpful(
        in rows: [HeldOut.Row]
    ) throws(Failure) -> (id: EntryID, decided: Int) {
        let decided = Dictionary(grouping: rows.filter { $0.used.count == 1 }) { $0.used[0] }
        let net = decided.mapValues { rows in
            rows.reduce(0) { $0 + ($1.isRight ? 1 : 0) - ($1.wasRight ? 1 : 0) }
        }
        guard let best = net.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else {
            throw Failure("no strategy decided a held-out request, so there is none to take back")
        }
        return (best.key, decided[best.key]?.count ?? 0)
    }
}
