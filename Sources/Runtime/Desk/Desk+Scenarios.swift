import EtudeDomain
import EtudeStore

extension Desk {
    /// Of each right answer, one group of scenarios in so many is held out.
    private static let heldOutEvery = 3

    /// The scenarios of a memory that have one right answer: of each answer every third is held out, by id.
    ///
    /// Those that come from one failure count as one, so that none is held out beside its likes.
    ///
    /// - Returns: The desk, and how many scenarios are left out: judged in another way, or of a skill that is
    ///   not active or not allowed.
    /// - Throws: ``Failure`` where too few are there to practise on some and be measured on others.
    public static func scenarios(
        of finder: MemoryFinder
    ) async throws(Failure) -> (desk: Desk, leftOut: Int) {
        let location = try finder.location()
        let snapshot = try await worded { () throws(StoreError) in
            try await MemoryStore(location).snapshot()
        }
        var (practice, heldOut): ([Item], [Item]) = ([], [])
        var skills: [String: SkillPath] = [:]
        var groups: [String: [String]] = [:]
        for scenario in snapshot.scenarios {
            guard let right = scenario.grader.right.map({ Action.normalized($0[...]) }),
                snapshot.taxonomy[scenario.skill]?.status == .active,
                snapshot.charter.permits(scenario.skill)
            else { continue }
            skills[right] = skills[right] ?? scenario.skill
            let trace = scenario.source.flatMap(EntryID.init)
            let group = trace?.text ?? scenario.id.text
            if groups[right]?.contains(group) != true { groups[right, default: []].append(group) }
            let place = groups[right]?.firstIndex(of: group) ?? 0
            let item = Item(text: scenario.task, intent: right)
            if place % heldOutEvery == heldOutEvery - 1 {
                heldOut.append(item)
            } else {
                practice.append(item)
            }
        }
        let desk = Desk(practice: practice, heldOut: heldOut, skills: skills)
        guard !desk.heldOut.isEmpty else {
            throw Failure(
                "an experiment needs a right answer that \(heldOutEvery) scenarios of different origin have; "
                    + "this memory has \(practice.count) scenarios with one right answer",
                hint: "'etude scenarios make' writes more, of failures or of a desk")
        }
        return (desk, snapshot.scenarios.count - practice.count - heldOut.count)
    }
}
