import EtudeAgents
import EtudeDomain
import EtudeGit
import EtudeRecall
import EtudeStore

extension BisectMemory {
    /// What to ask of a memory.
    func examination(
        of memory: Memory, at revision: ObjectID, _ surroundings: Surroundings
    ) async throws(Failure) -> any Examination {
        switch questions {
        case .attempts(let skill):
            return try await replay(of: skill, in: memory, surroundings)
        case .desk(let desk, let skill):
            try desk.requireRequests(for: skill)
            let intents = Set(desk.intents(of: skill))
            let items = desk.heldOut.filter { intents.contains($0.intent) }.map {
                TaskExamination.Item(task: $0.text, grader: .exact($0.intent))
            }
            return try await tasks(items, desk.skills.keys, memory, surroundings)
        case .scenarios(let skill):
            let all = try await snapshot(of: memory, at: revision).scenarios
            let scenarios = all.filter { isAsked(skill, about: $0.skill) }
            guard !scenarios.isEmpty else {
                throw Failure(
                    "the memory has no scenario\(skill.map { " of '\($0)'" } ?? "") at "
                        + revision.short,
                    hint: "a scenario is a file 'scenarios/<skill>/<name>.md'; without --scenarios "
                        + "the stored attempts are asked")
            }
            return try await tasks(
                scenarios.map { TaskExamination.Item(task: $0.task, grader: $0.grader) },
                scenarios.flatMap(\.grader.named), memory, surroundings)
        case .task(let task, let right):
            let strategies = try await snapshot(of: memory, at: revision).strategies
            return try await tasks(
                [TaskExamination.Item(task: task, grader: .exact(right))],
                [right] + strategies.map(\.strategy.lesson.action.name), memory, surroundings)
        case .program(let program, let folder):
            return try await self.program(program, on: memory, copyingTo: folder)
        }
    }

    private func replay(
        of skill: SkillPath?, in memory: Memory, _ surroundings: Surroundings
    ) async throws(Failure) -> ReplayExamination {
        let attempts = await memory.attempts.filter { isAsked(skill, about: $0.skill) }
        guard !attempts.isEmpty else {
            throw Failure(
                "no stored attempt\(skill.map { " at '\($0)'" } ?? "") says what would have been right",
                hint:
                    "ask a desk with --desk, the memory's scenarios with --scenarios, one task with "
                    + "--task and --right, or a program with --run")
        }
        return ReplayExamination(
            attempts: attempts, store: memory.store, log: await memory.derived.log,
            now: surroundings.now())
    }

    private func tasks(
        _ items: [TaskExamination.Item], _ intents: some Sequence<String>, _ memory: Memory,
        _ surroundings: Surroundings
    ) async throws(Failure) -> TaskExamination {
        let agent = agent ?? Apprentice(name: surroundings.agent, intents: intents)
        return try await TaskExamination(
            items, to: RecallingAgent(agent: agent, now: surroundings.now()),
            store: memory.store, log: await memory.derived.log)
    }

    private func program(
        _ program: Program, on memory: Memory, copyingTo folder: String
    ) async throws(Failure) -> ProgramExamination {
        let copy = try await worded { () throws(StoreError) in
            try await memory.store.copy(to: folder)
        }
        return ProgramExamination(program: program, copy: copy)
    }

    private func snapshot(
        of memory: Memory, at revision: ObjectID
    ) async throws(Failure) -> MemorySnapshot {
        try await worded { () throws(StoreError) in try await memory.store.snapshot(at: revision) }
    }

    private func isAsked(_ asked: SkillPath?, about skill: SkillPath) -> Bool {
        asked?.covers(skill) ?? true
    }
}
