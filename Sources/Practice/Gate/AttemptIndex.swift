public import EtudeDomain

/// Attempts by the words of their tasks, so that those where a lesson fires are found without
/// looking at all of them.
public struct AttemptIndex: Sendable {
    let attempts: [Attempt]
    private let postings: [String: [Int]]

    /// Sorts attempts by their words; cost linear in them.
    public init(_ attempts: [Attempt]) {
        self.attempts = attempts
        var postings: [String: [Int]] = [:]
        for (number, attempt) in attempts.enumerated() {
            for stem in attempt.situation.terms.stems where postings[stem]?.last != number {
                postings[stem, default: []].append(number)
            }
        }
        self.postings = postings
    }

    /// The attempts where `lesson` fires, in their order.
    public func hits(of lesson: Lesson) -> [Attempt] {
        let candidates = Set(lesson.cues.flatMap { rarest(of: $0.terms.stems) }).sorted()
        return candidates.lazy.map { attempts[$0] }.filter { lesson.fires(in: $0.situation) }
    }

    /// How the advice of `lesson` did over the attempts.
    public func record(of lesson: Lesson) -> AdviceRecord { .of(lesson, over: hits(of: lesson)) }

    /// The attempts that hold the word of a cue that the fewest hold.
    private func rarest(of stems: [String]) -> [Int] {
        stems.map { postings[$0] ?? [] }.min { $0.count < $1.count } ?? []
    }
}
