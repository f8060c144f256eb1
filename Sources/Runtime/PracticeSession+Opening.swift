import EtudeAgents
import EtudeDomain
import EtudeStore

extension PracticeSession {
    /// Opens the memory, or makes one with the desk's skills, which are active because the operator
    /// asked for them; checks that what is practised may be learned.
    func open(_ folder: String, _ surroundings: Surroundings) async throws(Failure)
        -> Memory
    {
        let surroundings = surroundings.acting(as: agent.name)
        try desk.requireRequests(for: skill)
        let finder = MemoryFinder(named: folder, environment: [:], currentFolder: folder)
        if !finder.exists {
            let initialize = InitializeMemory(folder: folder, skills: desk.taxonomy)
            _ = try await initialize.run(surroundings)
        }
        let location = try finder.location()
        let memory = try await worded { () throws(StoreError) in
            let memory = try await Memory.open(location, surroundings: surroundings)
            try await memory.verifyIndex()
            return memory
        }
        let skills = try check(await memory.taxonomy, await memory.charter)
        // Attributes go by patterns: one name in each folder stands for all.
        let files = skills.flatMap { skill in
            [
                "strategies/\(skill)/lesson.md",
                MemoryLayout.path(ofCompetencyOf: agent.name, at: skill),
            ]
        }
        try await worded { () throws(StoreError) in try await memory.store.requireWritable(files) }
        return memory
    }

    /// Returns the skills that are to be practised, each of which can be.
    private func check(
        _ taxonomy: Taxonomy, _ charter: Charter
    ) throws(Failure) -> [SkillPath] {
        let wanted = Set(desk.intents(of: skill).compactMap { desk.skills[$0] }).sorted()
        for skill in wanted {
            guard let known = taxonomy[skill] else {
                throw Failure(
                    "this memory does not have the desk's skill '\(skill)'",
                    hint: "name a folder for a new memory with --memory, or add "
                        + "'skills/\(skill)/skill.md' to this one")
            }
            guard known.status == .active else {
                throw Failure(
                    "the skill '\(skill)' is \(known.status.rawValue), so it is not practised",
                    hint: "accept it with 'etude skills accept \(skill)'")
            }
            guard charter.permits(skill) else {
                throw Failure(
                    "the charter does not allow learning about '\(skill)'",
                    at: Failure.Spot(path: MemoryLayout.charter),
                    hint: "a person may widen 'allow' there")
            }
        }
        return wanted
    }
}
