import EtudeDomain
import Foundation

/// The word that best tells where a lesson helps from where it harms.
enum NarrowingCue {
    /// The telling word of `task`, not yet a cue, with the largest smoothed log-odds between the hits
    /// where the lesson is right and those where it is not; the first in the task among equals, nil
    /// when none is more frequent where it is right.
    static func best(for lesson: Lesson, hits: [Attempt], task: String) -> String? {
        let (helpful, harmful) = (
            hits.filter { lesson.action.isTaken(by: $0.right) }.map(Self.stems),
            hits.filter { !lesson.action.isTaken(by: $0.right) }.map(Self.stems)
        )
        let known = Set(lesson.cues.flatMap(\.terms.stems))
        var best: (word: String, odds: Double)?
        for word in Terms.words(of: task) {
            let stem = Terms.stem(word)
            if known.contains(stem) || StopWords.contains(stem) { continue }
            let odds = logOdds(of: stem, in: helpful) - logOdds(of: stem, in: harmful)
            if odds > (best?.odds ?? 0) { best = (word, odds) }
        }
        return best?.word
    }

    private static func stems(of attempt: Attempt) -> Set<String> {
        Set(attempt.situation.terms.stems)
    }

    private static func logOdds(of stem: String, in tasks: [Set<String>]) -> Double {
        let count = tasks.count { $0.contains(stem) }
        return log((Double(count) + 0.5) / (Double(tasks.count - count) + 0.5))
    }
}
