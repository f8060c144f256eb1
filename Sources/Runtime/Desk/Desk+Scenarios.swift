import EtudeDomain
import EtudeStore

extension Desk {
    /// Of each right answer, one scenario in so many is held out.
    private static let heldOutEvery = 3

    /// The scenarios of a memory that have one right answer: of each answer every third, by id, is held out.
    ///
    /// - Returns: The desk, and how many scenarios are judged in another way and left out.
    /// - Throws: ``Failure`` where too few are there to practise on some and be measured on others.
    public static func scenarios(
        of finder: MemoryFinder
    ) async throws(Failure) -> (desk: Desk, leftOut: Int) {
        let location = try finder.location()
        let all = try await worded { () throws(StoreError) in
            try await MemoryStore(location).snapshot().scenarios
        }
        var (practice, heldOut): ([Item], [Item]) = ([], [])
        var (skills, counts): ([String: SkillPath], [String: Int]) = ([:], [:])
        for scenario in all {
            guard let right = scenario.grader.right else { continue }
            skills[right] = skills[right] ?? scenario.skill
            counts[right, default: 0] += 1
            let item = Item(text: scenario.task, intent: right)
            if counts[right, default: 0] % heldOutEvery == 0 {
                heldOut.append(item)
            } else {
                practice.append(item)
            }
        }
        let desk = Desk(practice: practice, heldOut: heldOut, skills: skills)
        guard !desk.heldOut.isEmpty else {
            throw Failure(
                "an experiment needs a right answer that \(heldOutEvery) scenarios have; this memory has "
                    + "\(practice.count) scenarios with one right answer",
                hint: "'etude scenarios make' writes more, of failures or of a desk")
        }
        return (desk, all.count - practice.count - heldOut.count)
    }
}
