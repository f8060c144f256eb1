import EtudeDomain

/// The competence that a skill is measured against.
struct Thresholds: Hashable, Sendable {
    let threshold: Double
    let mastered: Double

    /// A skill's own thresholds, else the charter's.
    init(of skill: Skill?, under charter: Charter) {
        threshold = skill?.threshold ?? charter.threshold
        mastered = skill?.mastered ?? charter.mastered
    }
}
