import EtudeDocuments

/// Text from agents and people in the form in which files and messages of a memory hold it.
enum CleanText {
    /// `text` with its line endings as LF, and a space for each character that no file may hold.
    ///
    /// Its words, as recall compares them, stay the same.
    static func lines(_ text: String) -> String {
        var clean = String.UnicodeScalarView()
        var isAfterReturn = false
        for scalar in text.unicodeScalars {
            if scalar == "\n", isAfterReturn { clean.removeLast() }
            clean.append(CharacterRules.isForbidden(scalar) ? " " : scalar)
            isAfterReturn = scalar == "\r"
        }
        return String(clean)
    }

    /// `text` on one line.
    static func line(_ text: String) -> String {
        let clean = lines(text).unicodeScalars.map { $0 == "\n" ? " " : $0 }
        return String(String.UnicodeScalarView(clean))
    }

    /// `text`, or its start and an ellipsis where it has more than `limit` bytes.
    static func cut(_ text: String, to limit: Int) -> String {
        guard text.utf8.count > limit else { return text }
        var start = String.UnicodeScalarView()
        var size = 0
        for scalar in text.unicodeScalars {
            size += UTF8.width(scalar)
            guard size <= limit else { break }
            start.append(scalar)
        }
        return String(start) + "…"
    }
}
