import EtudeAgents
import EtudeDomain
import EtudeGit
import EtudeStore
import Foundation

extension ReportMemory {
    /// The same questions at revisions of the memory; nil where there is nothing to ask.
    func stages(
        of memory: Memory, _ surroundings: Surroundings
    ) async throws(Failure) -> MemoryReport.Stages? {
        guard let (examination, skills) = try await questions(for: memory, surroundings) else {
            return nil
        }
        let store = memory.store
        let line = try await worded { () throws(StoreError) in
            try await store.line(from: nil, to: store.requireTip()) ?? []
        }
        var stages: [MemoryReport.Stage] = []
        var right: [SkillPath: [Double]] = [:]
        let all = Array(skills.indices)
        let counts = Dictionary(grouping: skills) { $0 }.mapValues(\.count)
        for place in Self.thinned(Array(line.indices), to: Self.stageCount) {
            let revision = line[place]
            guard let answers = try await examination.answers(to: all, at: revision) else {
                continue
            }
            let commit = try await worded { () throws(StoreError) in
                try await store.commit(revision)
            }
            stages.append(
                MemoryReport.Stage(
                    revision: revision.description,
                    date: Date(timeIntervalSince1970: Double(commit.author.seconds)),
                    commits: place + 1))
            let pairs = zip(skills, answers).filter(\.1.isRight)
            let won = Dictionary(grouping: pairs, by: \.0).mapValues(\.count)
            for (skill, count) in counts {
                right[skill, default: []].append(Double(won[skill] ?? 0) / Double(count))
            }
        }
        return MemoryReport.Stages(
            asked: desk == nil ? "stored attempts" : "held-out requests", stages: stages,
            rows: right.sorted { $0.key < $1.key }.map { skill, right in
                MemoryReport.StageRow(
                    skill: skill.text, questions: counts[skill] ?? 0, right: right)
            })
    }

    /// What is asked, and the skill that each question is about.
    private func questions(
        for memory: Memory, _ surroundings: Surroundings
    ) async throws(Failure) -> (any Examination, [SkillPath])? {
        let log = await memory.derived.log
        guard let desk else {
            let attempts = await memory.attempts
            guard !attempts.isEmpty else { return nil }
            let replay = ReplayExamination(
                attempts: attempts, store: memory.store, log: log, now: surroundings.now())
            return (replay, attempts.map(\.skill))
        }
        var items: [(item: TaskExamination.Item, skill: SkillPath)] = []
        for item in desk.heldOut {
            guard let skill = desk.skills[item.intent] else { continue }
            items.append((.init(task: item.text, grader: .exact(item.intent)), skill))
        }
        let agent = Apprentice(name: surroundings.agent, intents: desk.skills.keys)
        let examination = try await TaskExamination(
            items.map(\.item), to: RecallingAgent(agent: agent, now: surroundings.now()),
            store: memory.store, log: log)
        return (examination, items.map(\.skill))
    }
}
