import EtudeDomain
import EtudeReview

/// What changed about one skill, as people read it.
struct BehaviourText {
    let text: String

    init(_ change: SemanticDiff.SkillChange) {
        var lines = ["\(change.skill)"]
        for strategy in change.strategies { lines += Self.lines(of: strategy) }
        for progress in change.progress {
            let (before, after) = (Self.share(progress.before), Self.share(progress.after))
            lines.append("  competence of \(progress.agent): \(before) -> \(after)")
        }
        text = lines.joined(separator: "\n")
    }

    private static func lines(of change: SemanticDiff.Change) -> [String] {
        let (id, lesson) = (change.strategy.id, change.strategy.lesson)
        switch change {
        case .learned:
            return [
                "  + \(id)  \(lesson.title)", "      when \(lesson.when), do \(lesson.action.text)",
            ]
        case .retired: return ["  - \(id)  \(lesson.title)"]
        case .changed(let old, let new):
            return ["  ~ \(id)  \(lesson.title)"] + fields(old.lesson, new.lesson)
        }
    }

    private static func fields(_ old: Lesson, _ new: Lesson) -> [String] {
        let pairs = [
            ("title", old.title, new.title), ("when", old.when, new.when),
            ("cues", text(old.cues), text(new.cues)),
            ("unless", text(old.unless), text(new.unless)),
            ("do", old.action.text, new.action.text),
            ("instead-of", old.insteadOf?.text ?? "nothing", new.insteadOf?.text ?? "nothing"),
            ("because", old.because, new.because),
        ]
        return pairs.filter { $0.1 != $0.2 }.map { "      \($0.0): \($0.1) -> \($0.2)" }
    }

    private static func text(_ cues: [Cue]) -> String {
        cues.isEmpty ? "nothing" : cues.listed
    }

    private static func share(_ competency: Competency?) -> String {
        competency.map(\.competence.percent) ?? "none"
    }
}
