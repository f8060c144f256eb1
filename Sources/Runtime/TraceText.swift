import EtudeDocuments
import EtudePractice

/// Text as a trace keeps it: without secrets, deceiving characters or more than anyone will read.
enum TraceText {
    /// The most characters of a task, or of one part of a step.
    static let limit = 4000

    /// The most Unicode scalars of the name of an action.
    static let nameLimit = 200

    /// A text of one line or several.
    static func kept(_ text: String) -> String {
        let shown = CharacterRules.escaped(text.replacing("\r\n", with: "\n"))
        return String(SecretScanner.redacted(shown).prefix(limit))
    }

    /// The name of an action, on one line.
    static func name(_ text: String) -> String {
        let words = kept(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return String(String.UnicodeScalarView(words.unicodeScalars.prefix(nameLimit)))
    }
}
