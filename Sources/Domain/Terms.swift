/// The words of a text in the form in which recall and replay compare them.
///
/// A word is a run of letters, their accents, and digits, apostrophes inside it included; it is
/// lower-cased and loses one ending of `ing`, `ed`, `es`, `s` where at least three letters remain. In
/// Chinese and Japanese, each character is a word.
public struct Terms: Hashable, Sendable {
    /// The stems, in the order of the text.
    public let stems: [String]

    /// Takes `text` apart; cost is linear in its length.
    public init(of text: String) {
        stems = Self.words(of: text).map(Self.stem)
    }

    /// Whether `phrase` occurs: its stems next to each other, in this order.
    ///
    /// An empty phrase never does.
    public func contains(_ phrase: Terms) -> Bool {
        let wanted = phrase.stems
        guard let first = wanted.first, wanted.count <= stems.count else { return false }
        return (0...(stems.count - wanted.count)).contains { start in
            stems[start] == first && stems[start..<(start + wanted.count)].elementsEqual(wanted)
        }
    }

    /// The words of `text`, lower-cased and unstemmed, in order.
    public static func words(of text: String) -> [String] {
        var words: [String] = []
        var word = String.UnicodeScalarView()
        var apostrophe: Unicode.Scalar?
        func finish() {
            if !word.isEmpty { words.append(String(word)) }
            word = String.UnicodeScalarView()
            apostrophe = nil
        }
        for scalar in text.unicodeScalars {
            if isIdeographic(scalar) {
                finish()
                words.append(String(scalar))
            } else if isWordScalar(scalar) {
                if let inner = apostrophe { word.append(inner) }
                apostrophe = nil
                append(scalar, to: &word)
            } else if isMark(scalar), !word.isEmpty, apostrophe == nil {
                word.append(scalar)
            } else if isApostrophe(scalar), !word.isEmpty, apostrophe == nil {
                apostrophe = "'"
            } else {
                finish()
            }
        }
        finish()
        return words
    }

    /// The stem of one lower-case word.
    public static func stem(_ word: String) -> String {
        for ending in ["ing", "ed", "es", "s"] {
            let rest = word.utf8.dropLast(ending.utf8.count)
            if rest.count >= 3, word.utf8.dropFirst(rest.count).elementsEqual(ending.utf8) {
                return String(Substring(rest))
            }
        }
        return word
    }

    private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9": true
        case "\0"..."\u{7F}": false
        default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        }
    }

    /// An accent or vowel sign that belongs to the letter before it.
    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.value > 0x7F, !scalar.properties.isVariationSelector else { return false }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark: return true
        default: return false
        }
    }

    private static func append(_ scalar: Unicode.Scalar, to word: inout String.UnicodeScalarView) {
        switch scalar {
        case "A"..."Z": word.append(Unicode.Scalar(UInt8(scalar.value | 0x20)))
        case "\0"..."\u{7F}": word.append(scalar)
        default: word.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
        }
    }

    private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "'" || scalar == "\u{2019}"
    }

    private static func isIdeographic(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
            true
        default: false
        }
    }
}
