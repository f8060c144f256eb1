public import EtudeAgents
public import EtudeDomain
import EtudeGit
import EtudePractice
import EtudeStore

/// Practises on the scenarios of a memory, each once, those least practised on first.
public struct PractiseScenarios: Sendable {
    /// The skill to practise; nil for what the scheduler finds in need.
    public let skill: SkillPath?
    /// The most scenarios to practise on.
    public let attempts: Int
    /// What the order of the scenarios is drawn from.
    public let seed: UInt64
    /// Who acts; nil for an apprentice that knows the right answers of the scenarios by name.
    public let agent: (any Agent)?

    /// How a skill went.
    public struct SkillRow: Codable, Hashable, Sendable {
        /// The skill.
        public let skill: String
        /// Scenarios practised on.
        public let attempts: Int
        /// Right answers among them.
        public let right: Int
        /// The mean difficulty of the scenarios, in logits.
        public let difficulty: Double
        /// The chance of success at difficulty 0 before the session, 0 to 1.
        public let before: Double
        /// The same after it.
        public let after: Double
        /// `unknown`, `below`, `able` or `mastered`, after the session.
        public let state: String
    }

    /// What the session came to.
    public struct Report: Codable, Hashable, Sendable {
        /// The skill that was asked for; nil for all.
        public let skill: String?
        /// The answers with memory and without, as they were given while practising; strategies learned from
        /// a scenario came after its answer.
        public let outcomes: PracticeReport.Comparison
        /// The skills that were practised, in the order of their paths.
        public let skills: [SkillRow]
        /// The scenarios whose grader could not judge, each with the reason; they left no trace.
        public let unjudged: [String]
        /// What became of the drafts.
        public let strategies: PracticeReport.Strategies
        /// The memory that was practised into.
        public let memory: PracticeReport.Revisions
    }

    /// Plans a session.
    public init(skill: SkillPath?, attempts: Int, seed: UInt64, agent: (any Agent)?) {
        self.skill = skill
        self.attempts = attempts
        self.seed = seed
        self.agent = agent
    }

    /// Practises into the memory that `finder` finds.
    public func run(
        _ finder: MemoryFinder, surroundings: Surroundings,
        progress: (PracticeSession.Progress) -> Void
    ) async throws(Failure) -> Report {
        let location = try finder.location()
        let memory = try await worded { () throws(StoreError) in
            let memory = try await Memory.open(location, surroundings: surroundings)
            try await memory.verifyIndex()
            try await memory.store.requireWritable()
            return memory
        }
        let scenarios = try await scenarios(
            of: memory, leastTriedBy: agent?.name ?? surroundings.agent)
        let agent =
            agent
            ?? Apprentice(
                name: surroundings.agent, intents: scenarios.flatMap(\.grader.named))
        let loop = PracticeLoop(
            agent: agent, coach: ContrastCoach(intents: Self.skills(of: scenarios)),
            memory: memory, surroundings: surroundings)
        let from = await memory.revision ?? ""
        await loop.resume()
        if await loop.tally.resumed > 0 { progress(.resumed(await loop.tally.resumed)) }
        let (before, disturbed) = try await worded { () throws(StoreError) in
            (
                try await memory.competencies(of: agent.name),
                try await memory.disturbedSkills(of: agent.name)
            )
        }
        await loop.note(disturbed: disturbed)
        var curriculum = Curriculum(scenarios, asked: skill)
        var answers: [(scenario: Scenario, performance: Performance)] = []
        var unjudged: [String] = []
        while answers.count < attempts, let choice = try await curriculum.next(loop, memory) {
            try Failure.throwIfCancelled()
            let scenario = choice.scenario
            do throws(Failure) {
                answers.append((scenario, try await loop.perform(scenario)))
            } catch {
                guard error.isOfGrader else { throw error }
                unjudged.append("scenario '\(scenario.id)', \(scenario.title): \(error.message)")
                continue
            }
            await loop.settle()
            if let trouble = await loop.troubles.first { throw trouble }
            progress(.practised(answers.count, of: attempts, scenario.skill, choice.reason))
        }
        if answers.count < attempts {
            progress(.ended(answers.count, of: attempts, isNoneLeft: curriculum.isEmpty))
        }
        return try await report(on: answers, unjudged, loop, memory, before, from)
    }

    private func report(
        on answers: [(scenario: Scenario, performance: Performance)], _ unjudged: [String],
        _ loop: PracticeLoop, _ memory: Memory, _ before: CompetencyModel, _ from: String
    ) async throws(Failure) -> Report {
        try await loop.retireHarmful()
        if !answers.isEmpty { _ = try await TakeSnapshot.commit(loop.agent.name, in: memory) }
        await memory.saveIndex()
        let after = try await worded { () throws(StoreError) in
            try await memory.competencies(of: loop.agent.name)
        }
        var pairs = PairedOutcomes()
        for answer in answers {
            let isRight = answer.performance.outcome == .success
            let wasRight = answer.performance.baseOutcome.map { $0 == .success } ?? isRight
            pairs.count(without: wasRight, with: isRight)
        }
        let rows = Dictionary(grouping: answers, by: \.scenario.skill).map { skill, answers in
            SkillRow(
                skill: skill.text, attempts: answers.count,
                right: answers.count { $0.performance.outcome == .success },
                difficulty: answers.reduce(0) { $0 + $1.scenario.difficulty }
                    / Double(answers.count),
                before: before.belief(of: skill).competence,
                after: after.belief(of: skill).competence, state: after.state(of: skill).rawValue)
        }
        let tally = await loop.tally
        return Report(
            skill: skill?.text, outcomes: PracticeReport.Comparison(pairs),
            skills: rows.sorted { $0.skill < $1.skill }, unjudged: unjudged,
            strategies: PracticeReport.Strategies(
                accepted: tally.accepted, rejected: tally.rejected),
            memory: PracticeReport.Revisions(
                path: memory.store.location.folder, from: from, to: await memory.revision ?? ""))
    }

    /// The scenarios that may be practised on, each as hard as it is by now.
    ///
    /// Those that an agent tried least come first; equals in the order of the seed.
    private func scenarios(
        of memory: Memory, leastTriedBy name: String
    ) async throws(Failure) -> [Scenario] {
        let (snapshot, traces, difficulties) = try await worded { () throws(StoreError) in
            (
                try await memory.snapshot(), try await memory.traces(),
                try await memory.difficulties().tasks
            )
        }
        let (taxonomy, charter) = (snapshot.taxonomy, snapshot.charter)
        if let skill, taxonomy[skill] == nil {
            throw Failure(.noSkill(skill, suggestion: taxonomy.suggestion(for: skill.text)))
        }
        let asked = snapshot.scenarios.filter { skill?.covers($0.skill) ?? true }
        guard !asked.isEmpty else {
            throw Failure(
                "the memory has no scenario\(skill.map { " of '\($0)'" } ?? "")",
                hint: "'etude scenarios make' writes some; 'etude scenarios --help' shows how one "
                    + "is written by hand")
        }
        let allowed = asked.filter {
            taxonomy[$0.skill]?.status == .active && charter.permits($0.skill)
        }
        guard !allowed.isEmpty else {
            throw Failure(
                "no scenario's skill is both active and inside the charter's boundary",
                hint: "'etude skills' shows what is active, and CHARTER.md says what is allowed")
        }
        let tried = Dictionary(grouping: traces.filter { $0.agent == name }, by: \.task)
            .mapValues(\.count)
        var generator = SeededGenerator(seed: seed)
        var order = allowed
        generator.shuffle(&order)
        return order.map { scenario in
            (tries: tried[TraceText.kept(scenario.task)] ?? 0, scenario: scenario)
        }.enumerated().sorted {
            ($0.element.tries, $0.offset) < ($1.element.tries, $1.offset)
        }.map { entry in
            let scenario = entry.element.scenario
            let byNow = difficulties[TraceText.kept(scenario.task)]?.mean
            return scenario.asHard(as: byNow ?? scenario.difficulty)
        }
    }

    /// The skill of each right answer; of one that is right in several, the first in byte order.
    private static func skills(of scenarios: [Scenario]) -> [String: SkillPath] {
        let pairs = scenarios.flatMap { scenario in
            scenario.grader.named.map { ($0, scenario.skill) }
        }
        return Dictionary(pairs) { min($0, $1) }
    }
}
