public import EtudeAgents
public import EtudeDomain
import EtudeGit
import EtudePractice
import EtudeStore

/// Writes scenarios to practise on: the tasks that agents failed at, what a coach makes of them, or the
/// requests of a desk.
public struct MakeScenarios: Sendable {
    /// Where scenarios come from.
    public enum Source: Sendable {
        /// The tasks that agents failed at.
        case failures
        /// What a coach makes of the tasks that agents failed at.
        case coach(CommandCoach)
        /// The requests of a desk.
        case desk(Desk)
    }

    /// A scenario that was written, or would be.
    public struct Row: Codable, Hashable, Sendable {
        /// Its id.
        public let id: String
        /// Its skill.
        public let skill: String
        /// The task in a few words.
        public let title: String
        /// How hard it is, in logits.
        public let difficulty: Double
        /// Where it came from: the id of a trace, or `desk`.
        public let source: String?
        /// The file, from the top of the memory.
        public let path: String
        /// The commit; nil where nothing was written.
        public let commit: String?
    }

    /// What was written.
    public struct Outcome: Codable, Hashable, Sendable {
        /// The scenarios.
        public let scenarios: [Row]
        /// What was left out, and why.
        public let notes: [String]
    }

    private let source: Source
    private let skill: SkillPath?
    private let difficulty: Double?
    private let count: Int
    private let isDryRun: Bool

    /// Plans to write scenarios.
    ///
    /// - Parameters:
    ///   - source: Where they come from.
    ///   - skill: Only this skill and those below it; nil for all.
    ///   - difficulty: How hard they are to be, in logits; nil for a little above what the agent is able to,
    ///     and for the latest failures as they are.
    ///   - count: The most to write.
    ///   - isDryRun: Whether nothing is written.
    public init(
        from source: Source, skill: SkillPath? = nil, difficulty: Double? = nil, count: Int,
        isDryRun: Bool = false
    ) {
        self.source = source
        self.skill = skill
        self.difficulty = difficulty
        self.count = count
        self.isDryRun = isDryRun
    }

    /// Writes the scenarios, each in a commit of its own.
    public func run(
        _ finder: MemoryFinder, surroundings: Surroundings
    ) async throws(Failure) -> Outcome {
        let location = try finder.location()
        let memory = try await worded { () throws(StoreError) in
            let memory = try await Memory.open(location, surroundings: surroundings)
            try await memory.store.requireWritable()
            return memory
        }
        let taxonomy = await memory.taxonomy
        if let skill, taxonomy[skill] == nil {
            throw Failure(.noSkill(skill, suggestion: taxonomy.suggestion(for: skill.text)))
        }
        let snapshot = try await worded { () throws(StoreError) in try await memory.snapshot() }
        var collection = ScenarioCollection(
            taxonomy: taxonomy, charter: await memory.charter, known: snapshot.scenarios,
            limit: count, newID: surroundings.newID)
        switch source {
        case .failures: try await addFailures(of: memory, to: &collection)
        case .coach(let coach): try await addVariations(by: coach, of: memory, to: &collection)
        case .desk(let desk): try await addRequests(of: desk, for: memory, to: &collection)
        }
        let scenarios = collection.scenarios
        let commits = isDryRun ? [] : try await commit(scenarios, in: memory)
        let rows = scenarios.enumerated().map { number, scenario in
            Row(scenario, commit: commits.indices.contains(number) ? commits[number] : nil)
        }
        return Outcome(scenarios: rows, notes: collection.notes)
    }

    /// The latest failures, or those nearest to the difficulty that was asked for.
    private func addFailures(
        of memory: Memory, to collection: inout ScenarioCollection
    ) async throws(Failure) {
        var failed = try await failedTasks(in: memory, &collection)
        if let difficulty {
            failed.sort { abs($0.difficulty - difficulty) < abs($1.difficulty - difficulty) }
        }
        for task in failed {
            collection.add(
                ScenarioDraft(
                    task: task.trace.task, right: task.right, skill: task.trace.skill,
                    difficulty: task.difficulty, source: task.trace.id.text))
        }
    }

    /// What the coach makes of the latest failures, some of each.
    private func addVariations(
        by coach: CommandCoach, of memory: Memory, to collection: inout ScenarioCollection
    ) async throws(Failure) {
        let target = await memory.charter.targetSuccess
        let failed = try await failedTasks(in: memory, &collection)
        collection.leaveOut(failed: failed.map(\.trace.task))
        var fruitless = 0
        for task in failed where collection.room > 0 && fruitless < Self.fruitlessCalls {
            try Failure.throwIfCancelled()
            let before = collection.room
            let wanted = difficulty ?? task.ability.nextDifficulty(targetSuccess: target)
            let variations: [CommandCoach.Variation]
            do throws(AgentError) {
                variations = try await coach.variations(
                    of: task.trace, right: task.right, difficulty: wanted,
                    chance: task.ability.chance(at: wanted),
                    count: min(Self.variationsPerFailure, collection.room))
            } catch {
                let failure = Failure(error)
                if collection.scenarios.isEmpty { throw failure }
                return collection.note("stopped: \(failure.message)")
            }
            for variation in variations {
                collection.add(
                    ScenarioDraft(
                        task: variation.task, right: variation.right, skill: task.trace.skill,
                        difficulty: wanted, source: task.trace.id.text))
            }
            fruitless = collection.room < before ? 0 : fruitless + 1
        }
        if fruitless == Self.fruitlessCalls {
            collection.note(
                "stopped: the coach wrote nothing new for \(fruitless) failures in a row")
        }
    }

    private static let variationsPerFailure = 3
    private static let fruitlessCalls = 3

    /// The requests of the desk nearest to the difficulty, skills and intents in turns.
    private func addRequests(
        of desk: Desk, for memory: Memory, to collection: inout ScenarioCollection
    ) async throws(Failure) {
        try desk.requireRequests(for: skill)
        let (agent, target) = (memory.surroundings.agent, await memory.charter.targetSuccess)
        let model = try await worded { () throws(StoreError) in
            try await memory.competencies(of: agent)
        }
        let requests = desk.scenarios(of: skill, seed: 1, memory.surroundings)
        var queues = Dictionary(grouping: requests, by: \.skill).map { skill, requests in
            let wanted =
                difficulty ?? model.belief(of: skill).nextDifficulty(targetSuccess: target)
            if let difficulty, !requests.contains(where: { abs($0.difficulty - difficulty) < 0.1 })
            {
                collection.note(
                    "the desk has no request at '\(skill)' of difficulty \(difficulty.plain); the nearest are taken"
                )
            }
            let sorted = requests.sorted {
                abs($0.difficulty - wanted) < abs($1.difficulty - wanted)
            }
            return (skill: skill, queue: ScenarioQueue(sorted))
        }.sorted { $0.skill < $1.skill }
        while collection.room > 0, queues.contains(where: { !$0.queue.isEmpty }) {
            for place in queues.indices {
                guard let request = queues[place].queue.next() else { continue }
                collection.add(
                    ScenarioDraft(
                        task: request.task, right: request.grader.right ?? "", skill: request.skill,
                        difficulty: request.difficulty, source: "desk"))
            }
        }
    }

    private func failedTasks(
        in memory: Memory, _ collection: inout ScenarioCollection
    ) async throws(Failure) -> [FailedTask] {
        let failed = try await worded { () throws(StoreError) in
            try await memory.failedTasks(at: skill)
        }
        collection.leaveOut(failed.withoutAnswer, because: "nobody said what would have been right")
        return failed.tasks
    }

    private func commit(
        _ scenarios: [Scenario], in memory: Memory
    ) async throws(Failure) -> [String] {
        try await worded { () throws(StoreError) in
            let signature = memory.surroundings.signature
            let transactions = try scenarios.map { scenario throws(StoreError) in
                var transaction = Transaction(
                    CommitMessage(
                        .scenario, scenario.skill, scenario.title,
                        trailers: [
                            (.skill, scenario.skill.text), (.agent, memory.surroundings.agent),
                        ]), by: signature)
                try transaction.write(scenario)
                return transaction
            }
            return try await memory.store.commit(transactions).map(\.description)
        }
    }
}

extension MakeScenarios.Row {
    fileprivate init(_ scenario: Scenario, commit: String?) {
        self.init(
            id: scenario.id.text, skill: scenario.skill.text, title: scenario.title,
            difficulty: scenario.difficulty, source: scenario.source,
            path: MemoryLayout.path(of: scenario), commit: commit)
    }
}
