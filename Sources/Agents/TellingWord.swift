import EtudeDomain

/// A word of a request that may say what it is about.
struct TellingWord: Hashable {
    /// The word as it stands there, in lower case.
    let text: String
    /// Its stem.
    let stem: String

    /// The words of a text without stop words, numbers and single characters, each once.
    static func all(in text: String) -> [TellingWord] {
        var seen: Set<String> = []
        return Terms.words(of: text).compactMap { word in
            let stem = Terms.stem(word)
            let isTelling =
                stem.utf8.count > 1 && !StopWords.contains(stem) && stem.contains(where: \.isLetter)
            guard isTelling, seen.insert(stem).inserted else { return nil }
            return TellingWord(text: word, stem: stem)
        }
    }
}
