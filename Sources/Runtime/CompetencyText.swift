import EtudeDomain
import EtudePractice
import EtudeRecall

/// Says an estimate of an ability to a person.
struct CompetencyText {
    /// The body of a snapshot's file.
    let text: String

    /// Says what is estimated, and what the strategies in use for the skill did.
    init(_ competency: Competency, _ model: CompetencyModel, _ used: [IndexedStrategy]) {
        var text = "\n\(Self.sentence(competency, model.outcomes(of: competency.skill)))\n"
        let outcomes = model.outcomes(of: competency.skill)
        if !outcomes.isEmpty {
            text +=
                "\nLast outcomes, oldest first: \(outcomes.map { $0 == .success ? "+" : "-" }.joined())\n"
        }
        if !used.isEmpty { text += "\n## Strategies in use\n\n" }
        for known in used {
            let record = known.record
            text += "- \(known.strategy.id): \(known.strategy.lesson.title); "
            text += "fixed \(record.helped.plain), broke \(record.harmed.plain)\n"
        }
        self.text = text
    }

    /// One sentence, such as `62 % ± 9 after 41 attempts, rising.`.
    private static func sentence(_ competency: Competency, _ outcomes: [Trace.Outcome]) -> String {
        let percent = Int((competency.competence * 100).rounded())
        let band = Int(((competency.high - competency.low) * 50).rounded())
        return "\(percent) % ± \(band) after \(competency.attempts) attempts\(trend(of: outcomes))."
    }

    /// Which way the second half of the last outcomes differs from the first.
    private static func trend(of outcomes: [Trace.Outcome]) -> String {
        guard outcomes.count >= 10 else { return "" }
        let half = outcomes.count / 2
        let (early, late) = (outcomes.prefix(half), outcomes.suffix(half))
        let gain = late.count { $0 == .success } - early.count { $0 == .success }
        return gain > 1 ? ", rising" : gain < -1 ? ", falling" : ", steady"
    }
}
