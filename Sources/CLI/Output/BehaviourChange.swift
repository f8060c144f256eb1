import EtudeDomain
import EtudeReview

/// What changed about one skill, as JSON.
struct BehaviourChange: Encodable {
    let skill: String
    let learned: [Row]
    let changed: [Row]
    let retired: [Row]
    let competence: [Progress]

    struct Row: Encodable {
        let id: String
        let title: String
    }

    struct Progress: Encodable {
        let agent: String
        let before: Double?
        let after: Double?
    }

    static func all(in diff: SemanticDiff) -> [BehaviourChange] {
        diff.skills.map(BehaviourChange.init)
    }

    private init(_ change: SemanticDiff.SkillChange) {
        var (learned, changed, retired): ([Row], [Row], [Row]) = ([], [], [])
        for item in change.strategies {
            let row = Row(id: item.strategy.id.text, title: item.strategy.lesson.title)
            switch item {
            case .learned: learned.append(row)
            case .changed: changed.append(row)
            case .retired: retired.append(row)
            }
        }
        skill = change.skill.text
        self.learned = learned
        self.changed = changed
        self.retired = retired
        competence = change.progress.map {
            Progress(agent: $0.agent, before: $0.before?.competence, after: $0.after?.competence)
        }
    }
}
