import EtudeAgents
import EtudeDomain

/// Learns from the labels themselves, without strategies: by the nearest request, or by training.
struct LabelLearner: Learner {
    /// How it uses the labels.
    enum Use: Sendable {
        /// The answer of the most similar request, from a likeness on; else the base.
        case nearest(Double)
        /// Training of the base.
        case retrained(Apprentice)
    }

    private let agent: any Agent
    private let use: Use
    private var seen: [(terms: Terms, intent: String)] = []

    init(_ agent: any Agent, _ use: Use) {
        self.agent = agent
        self.use = use
    }

    mutating func practise(
        _ item: Desk.Item, of skill: SkillPath
    ) async throws(Failure) -> (without: Bool, with: Bool) {
        let without = try await agent.isRight(about: item)
        let terms = Terms(of: item.text)
        let answer = answers()(terms)
        seen.append((terms, item.intent))
        return (without, answer.map { $0 == item.intent } ?? without)
    }

    func answers(to probes: [Probe]) -> [String] {
        let answer = answers()
        return probes.map { answer($0.situation.terms) ?? $0.base }
    }

    var accepted: Int { 0 }

    /// What it answers with what it has seen; nil for what the base says.
    private func answers() -> (Terms) -> String? {
        switch use {
        case .nearest(let threshold):
            let nearest = NearestInstance(seen)
            return { nearest.intent(of: $0, threshold: threshold) }
        case .retrained(let apprentice):
            let retrained = RetrainedCentroids(apprentice, on: seen)
            return { retrained.intent(of: $0) }
        }
    }
}
