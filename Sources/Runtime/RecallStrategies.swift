public import EtudeDomain
public import EtudeRecall
import EtudeStore
import struct Foundation.Date

/// Finds the strategies that fit a task.
public struct RecallStrategies: Sendable {
    /// The task.
    public let task: String
    /// Only strategies of this skill and of those above it; nil for all.
    public let skill: SkillPath?
    /// What the agent is about to do; strategies that warn of something else are left out.
    public let leaning: String?
    /// The most strategies; nil for the charter's.
    public let limit: Int?
    /// The most characters; nil for the charter's.
    public let characterLimit: Int?

    /// How long reading the memory may take; after that, the last index answers, or nothing does.
    public var patience = Duration.milliseconds(1500)

    /// What a task may be, in bytes; of a longer one the beginning counts.
    public static let taskLimit = 1 << 20

    /// What is recalled, and from where.
    public struct Outcome: Sendable {
        /// The strategies, best first.
        public let hits: [Hit]
        /// The revision that answered; nil for base competence.
        public let memory: String?
        /// What the agent and its operator should know: why the memory did not serve, or what was left
        /// out of it.
        public let notes: [String]
    }

    /// Asks for the strategies that fit a task.
    public init(
        task: String, skill: SkillPath? = nil, leaning: String? = nil, limit: Int? = nil,
        characterLimit: Int? = nil
    ) {
        self.task = task
        self.skill = skill
        self.leaning = leaning
        self.limit = limit
        self.characterLimit = characterLimit
    }

    /// Answers from the index where the branch has not moved since it was written, else from the
    /// memory, else from what of it can be read, else from the last revision that could be read; where
    /// there is none the answer is empty and says so.
    ///
    /// Keeps a receipt.
    public func run(_ finder: MemoryFinder, surroundings: Surroundings) async throws(Failure)
        -> Outcome
    {
        let location: MemoryLocation
        do { location = try finder.location() } catch {
            if finder.named != nil { throw error }
            return Outcome(hits: [], memory: nil, notes: ["base competence: \(error.message)"])
        }
        let cache = RecallCache(location: location)
        let known = cache.load()
        var isDamaged = false
        if let known, cache.isCurrent(known) {
            if let outcome = answer(from: known, location, surroundings) {
                if outcome.hits.isEmpty { try await checkSkill(in: location) }
                return outcome
            }
            isDamaged = true
        }
        let (slow, taxonomy): (Outcome, Taxonomy?)
        let start = ContinuousClock.now
        do throws(StoreError) {
            let memory = try await opened(location, surroundings, isIndexDamaged: isDamaged)
            slow =
                answer(from: await memory.index, location, surroundings)
                ?? Outcome(hits: [], memory: nil, notes: ["base competence: no index"])
            taxonomy = slow.hits.isEmpty ? await memory.taxonomy : nil
        } catch {
            let rest = patience - (.now - start)
            let fallbacks = await fallbacks(known, after: error, in: location, within: rest)
            return withoutTheTip(fallbacks, Failure(error), location, surroundings)
        }
        if let taxonomy { try check(taxonomy) }
        return slow
    }

    /// Opens the memory, and keeps its index for the next recall.
    private func opened(
        _ location: MemoryLocation, _ surroundings: Surroundings, isIndexDamaged: Bool
    ) async throws(StoreError) -> Memory {
        let opened = await EtudeRuntime.answer(within: patience) {
            () async -> Result<Memory, StoreError> in
            do throws(StoreError) {
                let memory = try await Memory.open(location, surroundings: surroundings)
                if isIndexDamaged { try await memory.rebuild() }
                await memory.saveIndex()
                return .success(memory)
            } catch {
                return .failure(error)
            }
        }
        guard let opened else { throw .late(patience) }
        return try opened.get()
    }

    /// Says so when nothing was found because there is no such skill, as far as that can be read.
    private func checkSkill(in location: MemoryLocation) async throws(Failure) {
        guard skill != nil else { return }
        let taxonomy = await EtudeRuntime.answer(within: patience) { () async -> Taxonomy? in
            guard let store = try? MemoryStore(location), let tip = try? await store.tip() else {
                return nil
            }
            return try? await store.outline(at: tip).taxonomy
        }
        if let taxonomy = taxonomy ?? nil { try check(taxonomy) }
    }

    private func check(_ taxonomy: Taxonomy) throws(Failure) {
        guard let skill, taxonomy[skill] == nil else { return }
        throw Failure(
            unknownSkill: skill.text, suggestion: taxonomy.suggestion(for: skill.text)?.text)
    }

    /// What can answer for a memory that cannot be read as it stands.
    private struct Fallback {
        let index: RecallIndex
        /// Whether it is of the newest revision, and lacks a part of it.
        let isNewest: Bool
    }

    /// What can answer in place of the memory, the best first.
    private func fallbacks(
        _ known: RecallIndex?, after error: StoreError, in location: MemoryLocation,
        within limit: Duration
    ) async -> [Fallback] {
        if case .unborn = error { return [] }
        let older = known.map { [Fallback(index: $0, isNewest: false)] } ?? []
        guard limit > .zero else { return older }
        let salvaged = await EtudeRuntime.answer(within: limit) { () async -> Fallback? in
            guard let store = try? MemoryStore(location, recovering: false),
                let snapshot = await store.salvaged()
            else { return nil }
            return Fallback(
                index: RecallIndex(of: snapshot, AttemptLog(limit: 0)),
                isNewest: snapshot.revision == (try? await store.tip()))
        }
        guard let salvaged = salvaged ?? nil else { return older }
        return salvaged.isNewest ? [salvaged] + older : older + [salvaged]
    }

    /// Answers from the first fallback whose index is not damaged.
    private func withoutTheTip(
        _ fallbacks: [Fallback], _ reason: Failure, _ location: MemoryLocation,
        _ surroundings: Surroundings
    ) -> Outcome {
        let hint = "run 'etude doctor' for what to do"
        for fallback in fallbacks {
            guard let revision = fallback.index.revision,
                let last = answer(from: fallback.index, location, surroundings)
            else { continue }
            let note =
                fallback.isNewest
                ? reason.message
                : "the memory as it was at \(revision.prefix(7)): \(reason.message)"
            return Outcome(hits: last.hits, memory: last.memory, notes: [note, hint] + last.notes)
        }
        return Outcome(hits: [], memory: nil, notes: ["base competence: \(reason.message)", hint])
    }

    /// Answers from an index, and keeps a receipt; nil where the index is damaged.
    private func answer(
        from index: RecallIndex, _ location: MemoryLocation, _ surroundings: Surroundings
    ) -> Outcome? {
        let now = surroundings.now()
        let text = String(decoding: task.utf8.prefix(Self.taskLimit), as: UTF8.self)
        var query = Query(
            situation: Situation(
                terms: Terms(of: text), leaning: leaning.map { Action.normalized($0[...]) }),
            skill: skill, agent: surroundings.agent, now: now,
            limits: RecallLimits(
                strategies: limit ?? index.limits.strategies,
                characters: characterLimit ?? index.limits.characters))
        let (hits, masked): ([Hit], [EntryID])
        let trials = TrialBook(location: location).trials
        do throws(RecallError) {
            (hits, masked) = try Self.hits(for: &query, in: index, trials, task: text)
        } catch {
            return nil
        }
        ReceiptBook(location: location).keep(
            Receipt(
                at: now, agent: surroundings.agent, task: String(text.prefix(2000)),
                memory: index.revision,
                recalled: hits.map(\.id), masked: masked,
                unmasked: hits.map(\.id).filter { trials[$0] != nil }))
        return Outcome(hits: hits, memory: index.revision, notes: index.notes)
    }

    /// What fits, but for what is on trial and kept back for this task; others move up.
    private static func hits(
        for query: inout Query, in index: RecallIndex, _ trials: [EntryID: Date], task: String
    ) throws(RecallError) -> (hits: [Hit], masked: [EntryID]) {
        var masked: [EntryID] = []
        while true {
            let hits = try index.hits(for: query)
            let held = hits.map(\.id).filter { id in
                trials[id].map { id.isMasked(for: task, on: query.now, inTrialSince: $0) } ?? false
            }
            if held.isEmpty { return (hits, masked) }
            masked += held
            query.hidden.formUnion(held)
        }
    }
}
