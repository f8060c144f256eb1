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

    private let centroids: TermCentroids

    /// Trains the base on nothing but the intents' names.
    public init(name: String, intents: some Sequence<String>) {
        self.name = name
        self.intents = Set(intents).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        nameTerms = self.intents.map { Terms(of: $0) }
        centroids = TermCentroids(
            nameTerms.enumerated().map { (row: $0, terms: $1) }, rows: nameTerms.count)
    }

    /// An apprentice may always try first: nothing it does has effects.
    public var rehearses: Bool { true }

    /// The intents and the weight of each of their words.
    public var base: [UInt8] {
        let lines = centroids.weights.map { "\(intents[$0.row]) \($0.word) \($0.value)\n" }
        return Array((intents.joined(separator: "\n") + "\n" + lines.joined()).utf8)
    }

    /// Answers with the action that most of the advice that fires names, else with the likeliest intent.
    public func answer(
        _ task: String, in skill: SkillPath?, with advice: [Advice]
    ) async throws(AgentError) -> Answer {
        let terms = Terms(of: task)
        let considered = centroids.ranking(of: terms).prefix(Self.named).map { intents[$0] }
        let situation = Situation(terms: terms, leaning: considered.first)
        let firing = advice.filter { $0.lesson.fires(in: situation) }
        if let action = firing.map(\.lesson).agreedAction {
            return Answer(
                action: action.name, considered: considered,
                used: firing.filter { $0.lesson.action.name == action.name }.map(\.id))
        }
        return Answer(action: considered.first ?? "", considered: considered)
    }

    /// How hard a request of the intent `right` is, in logits, as far as the base can tell; nil for an
    /// intent that it does not know.
    ///
    /// The share of the right intent in the likenesses of all, moved far towards an even chance: how a
    /// request looks beside the intents' names says only a part of how hard it is. From −0.41 to 0.41; 0
    /// where the share is a half.
    public func difficulty(of task: String, right: String) -> Double? {
        guard let row = intents.firstIndex(of: right) else { return nil }
        let weights = centroids.likeness(to: Terms(of: task)).map { exp(Self.sharpness * $0) }
        let share = (weights[row] / weights.reduce(0, +) + Self.evenness) / (1 + 2 * Self.evenness)
        return log((1 - share) / share)
    }

    /// How much a likeness counts: with 12, a request with the share ½ is one that the base sorts rightly
    /// about every second time.
    private static let sharpness = 12.0
    /// What is added to the share of the right intent, and to that of all others.
    private static let evenness = 2.0

    /// Only advice that fires.
    public func heeds(_ lesson: Lesson, in situation: Situation) -> Bool {
        lesson.fires(in: situation)
    }
}
