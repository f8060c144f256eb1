import EtudeDomain

/// Strategies by the words their cues begin with, so that those that could come up at the same
/// moments as a lesson are found without looking at all of them.
struct StrategyIndex: Sendable {
    private let strategies: [Strategy]
    private let postings: [String: [Int]]
    private let withoutCues: [Int]

    init(_ strategies: [Strategy]) {
        self.strategies = strategies
        var postings: [String: [Int]] = [:]
        for (number, strategy) in strategies.enumerated() {
            for stem in Set(strategy.lesson.cues.compactMap(\.terms.stems.first)) {
                postings[stem, default: []].append(number)
            }
        }
        self.postings = postings
        withoutCues = strategies.indices.filter { strategies[$0].lesson.cues.isEmpty }
    }

    /// The strategies with a cue that begins like one of `lesson`, in their order.
    ///
    /// For a lesson without cues, those without.
    func sharingCues(with lesson: Lesson) -> [Strategy] {
        if lesson.cues.isEmpty { return withoutCues.map { strategies[$0] } }
        return beginning(with: Set(lesson.cues.compactMap(\.terms.stems.first)))
    }

    /// The strategies that share cues with `lesson` or could fire on `hits`, in their order.
    func near(_ lesson: Lesson, hits: [Attempt]) -> [Strategy] {
        let cues = lesson.cues.compactMap(\.terms.stems.first)
        return beginning(with: Set(cues + hits.flatMap(\.situation.terms.stems)))
    }

    private func beginning(with stems: Set<String>) -> [Strategy] {
        Set(stems.flatMap { postings[$0] ?? [] }).sorted().map { strategies[$0] }
    }
}
