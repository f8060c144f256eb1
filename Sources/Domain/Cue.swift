/// A word or phrase that makes recall exact: the strategy fires where it occurs in a task.
public struct Cue: Hashable, Sendable {
    /// The cue as it was written.
    public let text: String
    /// The words it is compared by.
    public let terms: Terms

    /// Accepts text with at least one word; nil for anything else.
    public init?(_ text: String) {
        let terms = Terms(of: text)
        guard !terms.stems.isEmpty else { return nil }
        self.text = text
        self.terms = terms
    }

    /// Whether this cue occurs in a text with these words.
    public func occurs(in terms: Terms) -> Bool { terms.contains(self.terms) }

    /// Whether the cue has at least one word that carries meaning of its own.
    public var isTelling: Bool { terms.stems.contains { !StopWords.contains($0) } }
}

extension [Cue] {
    /// The cues as people read them, separated by commas.
    public var listed: String { map(\.text).joined(separator: ", ") }
}
