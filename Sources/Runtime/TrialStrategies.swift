import EtudeAgents
public import EtudeDomain
import EtudePractice
import EtudeGit
import EtudeRecall
import EtudeStore

/// Says what strategies do: replays every stored attempt, or every held-out request of a desk, where one
/// fires with it and without it.
///
/// An answer is what most of the strategies handed over say that fire, and the base competence's where
/// none does. The attempt that taught a strategy says nothing about it and is left out.
public struct TrialStrategies: Sendable {
    /// What a trial of one strategy came to.
    public struct Row: Codable, Hashable, Sendable {
        /// What is found of a strategy.
        public enum Verdict: String, Codable, Hashable, Sendable, CaseIterable {
            /// It fixes more than it breaks.
            case helps
            /// It breaks more than it fixes, or its advice is wrong more often than right.
            case harms
            /// It comes up, and nothing depends on it.
            case inert
            /// There is too little to tell.
            case unknown
        }

        /// The strategy's id.
        public let id: String
        /// Its skill.
        public let skill: String
        /// Its title.
        public let title: String
        /// Whether a person wrote it, or changed what was learned.
        public let isOfPerson: Bool
        /// What was found.
        public internal(set) var verdict: Verdict
        /// The attempts where it fires.
        public let fires: Int
        /// Those that are right with it and wrong without.
        public let fixed: Int
        /// Those that are wrong with it and right without.
        public let broken: Int
        /// The belief that it fixes more than it breaks, 0 to 1; ½ without changes.
        public let effectBelief: Double
        /// Attempts where its advice was right.
        public let helped: Double
        /// Attempts that its advice would have harmed, and half of those wrong either way.
        public let harmed: Double
        /// The belief that its advice is right more often than harmful, 0 to 1.
        public let adviceBelief: Double

        /// Its trial on live tasks; nil where it is not on trial.
        public internal(set) var live: Live?

        /// What it is ranked by, 0 to 1: the lower of both beliefs.
        public var belief: Double { min(effectBelief, adviceBelief) }
    }

    /// What the trials came to.
    public struct Outcome: Codable, Hashable, Sendable {
        /// The revision whose strategies were tried.
        public let revision: String?
        /// What was replayed: `stored attempts` whose right answer is known, or `held-out requests`.
        public let asked: String
        /// How many.
        public let attempts: Int
        /// The strategies, those that help most first.
        public internal(set) var strategies: [Row]
        /// The commit that retired the strategy; nil where none was made.
        public fileprivate(set) var commit: String?
    }

    let finder: MemoryFinder
    private let desk: Desk?

    /// Tries strategies of the memory that `finder` finds, on the held-out requests of a desk where one
    /// is given.
    public init(_ finder: MemoryFinder, asking desk: Desk? = nil) {
        self.finder = finder
        self.desk = desk
    }

    /// Tries one strategy.
    public func one(_ id: EntryID, surroundings: Surroundings) async throws(Failure) -> Outcome {
        let memory = try await open(surroundings)
        let known = try await worded { () throws(StoreError) in
            guard let known = try await memory.strategy(id) else { throw .noStrategy(id) }
            return known
        }
        try Self.requireRecallable(known)
        return try await withLive(try await outcome(of: [known], in: memory), in: memory)
    }

    /// Tries every strategy that is recalled, of a skill and those below it where one is named.
    public func all(
        of skill: SkillPath? = nil, surroundings: Surroundings
    ) async throws(Failure) -> Outcome {
        try await all(of: skill, in: try await open(surroundings))
    }

    /// Tries every strategy of an open memory that is recalled.
    func all(of skill: SkillPath? = nil, in memory: Memory) async throws(Failure) -> Outcome {
        if let skill {
            let taxonomy = await memory.taxonomy
            guard taxonomy[skill] != nil else {
                throw Failure(.noSkill(skill, suggestion: taxonomy.suggestion(for: skill.text)))
            }
        }
        let ids = try await worded { () throws(StoreError) in
            try await memory.snapshot().recallable.map(\.strategy).filter { strategy in
                let own = strategy.lesson.skill
                return skill?.covers(own) ?? true
            }.map(\.id)
        }
        let known = try await worded { () throws(StoreError) in
            try await memory.strategies(ids)
        }
        return try await withLive(try await outcome(of: known, in: memory), in: memory)
    }

    /// Tries one strategy and, where it does harm, retires it in a commit that states the evidence.
    ///
    /// - Throws: A ``Failure`` also where it does no harm, and where a person wrote or changed it.
    public func retire(_ id: EntryID, surroundings: Surroundings) async throws(Failure) -> Outcome {
        var outcome = try await one(id, surroundings: surroundings)
        for row in outcome.strategies {
            try Self.requireRetirable(row)
            let memory = try await open(surroundings)
            let fact = Self.fact(row, asked: outcome.asked)
            outcome.commit = try await worded { () throws(StoreError) in
                guard let known = try await memory.strategy(id) else { throw .noStrategy(id) }
                let commit = try await memory.retire(known, because: fact)
                await memory.catchUp()
                await memory.saveIndex()
                return commit.description
            }
        }
        return outcome
    }

    private static func requireRetirable(_ row: Row) throws(Failure) {
        guard row.verdict == .harms else {
            throw Failure(
                "the verdict about '\(row.id)' is '\(row.verdict.rawValue)', so it stays",
                hint: "'etude revert \(row.id)' takes it back all the same")
        }
        guard !row.isOfPerson else {
            throw Failure(
                "a person wrote or changed '\(row.id)', and only people retire such a strategy",
                hint: "set 'status: retired' in its file and commit that")
        }
    }

    /// The evidence, as the commit and the strategy's file state it.
    private static func fact(_ row: Row, asked: String) -> String {
        if let live = row.live, row.fires == 0 || live.harm >= SequentialEvidence.claimThreshold {
            return "On live tasks, \(live.shownRight) of \(live.shown) were done right with it and "
                + "\(live.maskedRight) of \(live.masked) without it (evidence of harm "
                + "\(live.harm.rounded().plain))."
        }
        return
            "Replayed with and without it, \(row.fires) \(asked): it fixed \(row.fixed) and broke "
            + "\(row.broken). Its advice was right \(row.helped.plain) times and harmed "
            + "\(row.harmed.plain) times."
    }

    private func open(_ surroundings: Surroundings) async throws(Failure) -> Memory {
        let location = try finder.location()
        return try await worded { () throws(StoreError) in
            try await Memory.open(location, surroundings: surroundings)
        }
    }

    private static func requireRecallable(_ known: IndexedStrategy) throws(Failure) {
        guard !known.isRecallable else { return }
        throw Failure(
            "'\(known.strategy.id)' is \(known.strategy.status.rawValue) or replaced, so nothing depends on it",
            hint: "'etude show \(known.strategy.id)' shows its file")
    }

    private func outcome(
        of strategies: [IndexedStrategy], in memory: Memory
    ) async throws(Failure) -> Outcome {
        let heldOut = try await heldOut(for: memory)
        return try await worded { () throws(StoreError) in
            var tried: [(row: Row, evidence: TrialEvidence)] = []
            for known in strategies {
                let evidence = try await memory.evidence(about: known.strategy, over: heldOut)
                let isLearned =
                    known.strategy.isLearned
                    ? try await memory.store.isAsLearned(known.strategy.id, at: known.location)
                    : false
                tried.append((Row(known.strategy, evidence, isOfPerson: !isLearned), evidence))
            }
            tried.sort { $0.evidence.precedes($1.evidence) ?? ($0.row.id < $1.row.id) }
            let stored = await memory.attempts.count
            return Outcome(
                revision: await memory.revision,
                asked: heldOut == nil ? "stored attempts" : "held-out requests",
                attempts: heldOut?.count ?? stored, strategies: tried.map(\.row), commit: nil)
        }
    }

    /// The held-out requests of the desk, as attempts of the embedded apprentice; nil without a desk.
    private func heldOut(for memory: Memory) async throws(Failure) -> [Attempt]? {
        guard let desk else { return nil }
        let agent = Apprentice(name: memory.surroundings.agent, intents: desk.skills.keys)
        return try await Probe.all(of: desk, for: agent).map { probe in
            Attempt(
                trace: memory.surroundings.newID(), skill: probe.skill, task: probe.item.text,
                leaning: probe.situation.leaning, right: Action.normalized(probe.item.intent[...]),
                succeeded: probe.wasRight, baseSucceeded: probe.wasRight)
        }
    }
}

extension TrialStrategies.Row {
    fileprivate init(_ strategy: Strategy, _ evidence: TrialEvidence, isOfPerson: Bool) {
        self.init(
            id: strategy.id.text, skill: strategy.lesson.skill.text, title: strategy.lesson.title,
            isOfPerson: isOfPerson, verdict: Verdict(evidence.verdict), fires: evidence.pairs.total,
            fixed: evidence.pairs.fixed, broken: evidence.pairs.broken,
            effectBelief: evidence.effectBelief, helped: evidence.advice.helped,
            harmed: evidence.advice.harmed, adviceBelief: evidence.adviceBelief)
    }
}

extension TrialStrategies.Row.Verdict {
    init(_ verdict: TrialEvidence.Verdict) {
        self =
            switch verdict {
            case .helps: .helps
            case .harms: .harms
            case .inert: .inert
            case .unknown: .unknown
            }
    }
}
