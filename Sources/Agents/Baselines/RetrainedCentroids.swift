public import EtudeDomain

/// What the apprentice would answer if its base were not frozen: trained on the intents' names and on
/// requests with their intents.
///
/// A bound to hold a memory against, which leaves the base alone.
public struct RetrainedCentroids: Sendable {
    private let intents: [String]
    private let centroids: TermCentroids

    /// Trains on requests; those of other intents are left out.
    public init(
        _ apprentice: Apprentice, on requests: some Sequence<(terms: Terms, intent: String)>
    ) {
        intents = apprentice.intents
        var texts = apprentice.nameTerms.enumerated().map { (row: $0, terms: $1) }
        for request in requests {
            guard let row = apprentice.intents.firstIndex(of: request.intent) else { continue }
            texts.append((row, request.terms))
        }
        centroids = TermCentroids(texts, rows: apprentice.intents.count)
    }

    /// The likeliest intent; empty where there is none at all.
    public func intent(of terms: Terms) -> String {
        centroids.ranking(of: terms).first.map { intents[$0] } ?? ""
    }
}
