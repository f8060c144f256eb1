public import EtudeDomain

/// What a plain memory of requests answers: the intent of the one that is most alike (1-nearest-neighbour).
///
/// A measure to hold a memory of strategies against; it explains nothing and cannot be reviewed.
public struct NearestInstance: Sendable {
    private let intents: [String]
    private let centroids: TermCentroids

    /// Remembers requests with their intents, in the order in which they came.
    public init(_ requests: [(terms: Terms, intent: String)]) {
        intents = requests.map(\.intent)
        centroids = TermCentroids(
            requests.enumerated().map { ($0, $1.terms) }, rows: requests.count)
    }

    /// The intent of the most similar request; nil where none is as much alike as `threshold`, 0 to 1.
    ///
    /// Of requests that are equally alike the first counts.
    public func intent(of terms: Terms, threshold: Double) -> String? {
        let likeness = centroids.likeness(to: terms, countingUnknown: true)
        guard let best = likeness.max(), best >= threshold, best > 0 else { return nil }
        return likeness.firstIndex(of: best).map { intents[$0] }
    }
}
