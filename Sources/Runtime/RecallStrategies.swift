public import EtudeDomain
public import EtudeRecall
import EtudeStore

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
    /// memory; where neither can be read the answer is empty and says so.
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
        if let index = cache.load(), cache.isCurrent(index) {
            return answer(from: index, location, surroundings)
        }
        do throws(StoreError) {
            let memory = try await Memory.open(location, surroundings: surroundings)
            await memory.saveIndex()
            return answer(from: await memory.index, location, surroundings)
        } catch {
            let reason = "base competence: \(Failure(error).message)"
            return Outcome(
                hits: [], memory: nil, notes: [reason, "run 'etude doctor' for what to do"])
        }
    }

    private func answer(
        from index: RecallIndex, _ location: MemoryLocation, _ surroundings: Surroundings
    ) -> Outcome {
        let now = surroundings.now()
        let text = String(decoding: task.utf8.prefix(Self.taskLimit), as: UTF8.self)
        let hits = index.hits(
            for: Query(
                situation: Situation(
                    terms: Terms(of: text), leaning: leaning.map { Action.normalized($0[...]) }),
                skill: skill, agent: surroundings.agent, now: now,
                limits: RecallLimits(
                    strategies: limit ?? index.limits.strategies,
                    characters: characterLimit ?? index.limits.characters)))
        ReceiptBook(location: location).keep(
            Receipt(
                at: now, agent: surroundings.agent, task: String(text.prefix(2000)),
                memory: index.revision,
                recalled: hits.map(\.id)))
        return Outcome(hits: hits, memory: index.revision, notes: index.notes)
    }
}
