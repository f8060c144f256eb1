public import EtudeDomain

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

    /// Only advice that fires.
    public func heeds(_ lesson: Lesson, in situation: Situation) -> Bool {
        lesson.fires(in: situation)
    }
}
