public import EtudeDomain

extension CompetencyModel {
    /// What is believed of the agent's ability at `skill`.
    ///
    /// - A skill with attempts of its own and none below: those attempts.
    /// - A skill with attempts below it: the roll-up of the skills directly below that have any;
    ///   its own attempts act as one more skill below it. Retired skills do not count.
    /// - A skill without any: a new leaf under the nearest skill above that has some, else N(0, 2.25).
    public func belief(of skill: SkillPath) -> AbilityBelief {
        if let belief = evidence(at: skill) { return belief }
        let nearest = skill.ancestors.lazy.compactMap { evidence(at: $0) }.first
        return nearest.map(AbilityBelief.leaf(under:)) ?? AbilityBelief()
    }

    /// The belief from attempts at and below `skill`; nil when there are none.
    func evidence(at skill: SkillPath) -> AbilityBelief? {
        let below = childrenWithAttempts(of: skill).compactMap { evidence(at: $0) }
        guard let own = tallies[skill]?.belief else {
            return below.isEmpty ? nil : AbilityBelief.rollUp(below)
        }
        return below.isEmpty ? own : AbilityBelief.rollUp([own] + below)
    }

    /// In order, because a sum of fractions depends on it.
    private func childrenWithAttempts(of skill: SkillPath) -> [SkillPath] {
        let below = talliesBelow(skill).compactMap { path, _ in
            ([path] + path.ancestors).first { $0.parent == skill }
        }
        return Set(below).filter { taxonomy[$0]?.status != .retired }.sorted()
    }

    func talliesBelow(_ skill: SkillPath) -> [(SkillPath, SkillTally)] {
        let below = tallies.filter { skill.isAncestor(of: $0.key) }
        return below.filter { taxonomy[$0.key]?.status != .retired }.map { ($0.key, $0.value) }
    }
}
