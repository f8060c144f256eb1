public import EtudeDomain
public import struct Foundation.Date

extension CompetencyModel {
    /// The skills that a scheduler may choose from: active leaves inside the charter's boundary.
    ///
    /// - Parameters:
    ///   - root: Only skills at and below this one; nil for all.
    ///   - disturbed: Per skill, the practice unit at which a strategy of another skill was accepted
    ///     whose cues fire on it too.
    ///   - updated: The moment of asking, which the competencies carry.
    /// - Returns: One a skill, a skill's place in the taxonomy deciding the order.
    public func candidates(
        under root: SkillPath? = nil, disturbed: [SkillPath: Int] = [:], updated: Date
    ) -> [Scheduler.Candidate] {
        let roots = root.map { [$0] } ?? taxonomy.children(of: nil).map(\.path)
        let leaves = roots.flatMap { taxonomy.activeLeaves(under: $0) }.map(\.path)
        return leaves.filter { charter.permits($0) }.map {
            Scheduler.Candidate(
                competency: competency(of: $0, updated: updated), lastUnit: lastUnit(of: $0),
                disturbed: disturbed[$0])
        }
    }
}
