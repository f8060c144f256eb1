import EtudeDocuments
import EtudeDomain
import EtudeRecall

/// A recalled strategy as people and agents read it.
struct StrategyText {
    let text: String

    init(_ hit: Hit, number: Int) {
        let lesson = hit.lesson
        var lines = ["\(number). \(lesson.title)", "   when       \(lesson.when)"]
        if !lesson.unless.isEmpty {
            lines.append("   unless     \(lesson.unless.listed)")
        }
        lines.append("   do         \(lesson.action.text)")
        if let rejected = lesson.insteadOf { lines.append("   instead of \(rejected.text)") }
        lines.append("   because    \(lesson.because)")
        let why = hit.cue.map { "cue '\($0)'" } ?? "alike in words"
        lines.append("   from       \(hit.id) \(lesson.skill), \(Self.record(hit)), \(why)")
        text = lines.map(CharacterRules.escaped).joined(separator: "\n")
    }

    private static func record(_ hit: Hit) -> String {
        let record = hit.record
        guard record.helped + record.harmed > 0 else { return "untried" }
        return "right in \(record.helped.plain) stored attempts, harmful in \(record.harmed.plain)"
    }
}
