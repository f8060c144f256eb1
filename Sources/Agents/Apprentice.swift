public import EtudeDomain
import Foundation

/// A deterministic agent that sorts requests into named intents, with no model and no network.
///
/// Its base competence is frozen: it compares the words of a request with the words of the intents'
/// names (TF-IDF, cosine). All it ever learns is what the strategies handed to it say.
public struct Apprentice: Agent {
    /// How many of the intents that it weighs an answer names.
    public static let named = 5

    /// The name it signs with.
    public let name: String
    /// The intents, in byte order.
    public let intents: [String]
    /// The words of each intent's name, in the order of ``intents``.
    public let nameTerms: [Terms]

    private let weights: [String: [Weight]]
    private let rarity: [String: Double]

    private struct Weight: Hashable {
        let intent: Int
        let value: Double
    }

    /// Trains the base on nothing but the intents' names.
    public init(name: String, intents: some Sequence<String>) {
        self.name = name
        self.intents = Set(intents).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        nameTerms = self.intents.map { Terms(of: $0) }
        rarity = Self.rarity(in: nameTerms)
        weights = Self.weights(of: nameTerms, rarity: rarity)
    }

    /// An apprentice may always try first: nothing it does has effects.
    public var rehearses: Bool { true }

    /// The intents and the weight of each of their words.
    public var base: [UInt8] {
        let lines = weights.keys.sorted().flatMap { word in
            (weights[word] ?? []).map { "\(intents[$0.intent]) \(word) \($0.value)\n" }
        }
        return Array((intents.joined(separator: "\n") + "\n" + lines.joined()).utf8)
    }

    /// Answers with the first advice that fires, else with the likeliest intent.
    public func answer(
        _ task: String, in skill: SkillPath?, with advice: [Advice]
    ) async throws(AgentError) -> Answer {
        let terms = Terms(of: task)
        let considered = ranking(of: terms).prefix(Self.named).map { intents[$0] }
        let situation = Situation(terms: terms, leaning: considered.first)
        if let decisive = advice.first(where: { $0.lesson.fires(in: situation) }) {
            return Answer(
                action: decisive.lesson.action.name, considered: considered, used: [decisive.id])
        }
        return Answer(action: considered.first ?? "", considered: considered)
    }

    /// The intents by likeness to a request, likeliest first; equals in byte order of their names.
    ///
    /// Likeness is the cosine, to nine decimals so that no order of summation decides a tie.
    func ranking(of terms: Terms) -> [Int] {
        let words = Set(terms.stems).filter { rarity[$0] != nil }.sorted()
        let length = words.reduce(0) { $0 + pow(rarity[$1] ?? 0, 2) }.squareRoot()
        var scores = Array(repeating: 0.0, count: intents.count)
        for word in words {
            for share in weights[word] ?? [] {
                scores[share.intent] += share.value * (rarity[word] ?? 0)
            }
        }
        if length > 0 { scores = scores.map { ($0 / length * 1e9).rounded() } }
        return scores.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
    }

    private static func rarity(in names: [Terms]) -> [String: Double] {
        var frequency: [String: Int] = [:]
        for name in names { for word in Set(name.stems) { frequency[word, default: 0] += 1 } }
        return frequency.mapValues { log(Double(names.count + 1) / Double($0 + 1)) + 1 }
    }

    private static func weights(of names: [Terms], rarity: [String: Double]) -> [String: [Weight]] {
        var weights: [String: [Weight]] = [:]
        for (intent, name) in names.enumerated() {
            let words = Set(name.stems).sorted()
            let length = words.reduce(0) { $0 + pow(rarity[$1] ?? 0, 2) }.squareRoot()
            for word in words {
                weights[word, default: []].append(
                    Weight(intent: intent, value: (rarity[word] ?? 0) / length))
            }
        }
        return weights
    }
}
