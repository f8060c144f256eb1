import EtudeDomain
import EtudePractice
import EtudeStore

extension Memory {
    /// The abilities of an agent, from its traces.
    func competencies(of agent: String) async throws(StoreError) -> CompetencyModel {
        CompetencyModel(
            agent: agent, charter: charter, taxonomy: taxonomy,
            traces: try await traces().filter { $0.agent == agent })
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
