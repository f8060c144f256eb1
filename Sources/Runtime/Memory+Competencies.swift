import EtudeDomain
import EtudePractice
import EtudeStore
import struct Foundation.Date

extension Memory {
    /// The abilities of an agent, from its traces.
    func competencies(of agent: String) async throws(StoreError) -> CompetencyModel {
        CompetencyModel(
            agent: agent, charter: charter, taxonomy: taxonomy,
            traces: try await traces().filter { $0.agent == agent })
    }

    /// The mastered skills of an agent that strategies fire on which were written since it was last tried,
    /// each with the practice unit now.
    func disturbedSkills(of agent: String) async throws(StoreError) -> [SkillPath: Int] {
        let model = try await competencies(of: agent)
        var tried: [SkillPath: Date] = [:]
        for trace in try await traces() where trace.agent == agent {
            let skill = taxonomy[trace.skill]?.path ?? trace.skill
            if model.state(of: skill) == .mastered { tried[skill] = trace.ended }
        }
        guard let earliest = tried.values.min() else { return [:] }
        let tasks = attempts.filter { tried[$0.skill] != nil }
        var disturbed: [SkillPath: Int] = [:]
        for file in try await snapshot().recallable {
            guard let written = file.strategy.origin.created, written > earliest else { continue }
            for skill in Interference.skills(disturbedBy: file.strategy.lesson, in: tasks) {
                if let last = tried[skill], written > last { disturbed[skill] = model.units }
            }
        }
        return disturbed
    }

    /// Whether the memory states this already: of another time and revision, if nothing else differs.
    func states(_ competency: Competency, body: String) async throws(StoreError) -> Bool {
        let snapshot = try await snapshot()
        let known = snapshot.competencies.first {
            $0.agent == competency.agent && $0.skill == competency.skill
        }
        guard let known, let revision = snapshot.revision else { return false }
        let restated = competency.stated(for: known.memory, updated: known.updated)
        var draft = Transaction(CommitMessage(subject: ""), by: surroundings.signature)
        try draft.write(restated, body: body)
        guard let file = draft.files.first else { return false }
        return try await store.contents(of: file.path, at: revision) == file.bytes
    }
}
