import EtudeDomain

/// How the gate counts and lists words.
enum Wording {
    /// The words of `text`, as ``Terms`` takes them; a name between backticks counts as one.
    static func count(of text: String) -> Int {
        let pieces = text.split(separator: "`", omittingEmptySubsequences: false)
        return pieces.indices.reduce(0) { count, index in
            let isName = index % 2 == 1 && index < pieces.count - 1
            return count + (isName ? 1 : Terms.words(of: String(pieces[index])).count)
        }
    }

    /// Each in quotation marks, joined by commas.
    static func list(_ words: [String]) -> String {
        words.map { "“\($0)”" }.joined(separator: ", ")
    }

    /// The number of a character as it is written after `U+`.
    static func hex(_ scalar: Unicode.Scalar) -> String {
        String(scalar.value, radix: 16, uppercase: true)
    }
}
