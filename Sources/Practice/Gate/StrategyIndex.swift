import EtudeDomain

/// Strategies in memory by the words their cues begin with.
struct StrategyIndex: Sendable {
    private let strategies: [Strategy]
    private let postings: [String: [Int]]
    private let withoutCues: [Int]

    /// Sorts strategies by their cues, which keep their order; cost linear in them.
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

    /// The strategies with a cue whose first stem is one of `stems`, but those of some skills, in their
    /// order.
    func strategies(
        withCueBeginningWith stems: Set<String>, except skills: Set<SkillPath>
    ) -> [Strategy] {
        Set(stems.flatMap { postings[$0] ?? [] }).sorted().map { strategies[$0] }.filter {
            !skills.contains($0.lesson.skill)
        }
    }

    /// The strategies without cues, in their order.
    func strategiesWithoutCues() -> [Strategy] { withoutCues.map { strategies[$0] } }
}
