public import EtudeDomain

/// Attempts by the words of their tasks, so that those where a lesson fires are found without
/// looking at all of them.
public struct AttemptIndex: Sendable {
    /// The attempts, in the order in which they came.
    private var attempts: [Attempt] = []
    private var postings: [String: [Int]] = [:]

    /// Sorts attempts by their words; cost linear in them.
    public init(_ attempts: some Sequence<Attempt>) {
        for attempt in attempts { append(attempt) }
    }

    /// Takes in one attempt more; cost linear in its words.
    private mutating func append(_ attempt: Attempt) {
        for stem in attempt.situation.terms.stems where postings[stem]?.last != attempts.count {
            postings[stem, default: []].append(attempts.count)
        }
        attempts.append(attempt)
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
