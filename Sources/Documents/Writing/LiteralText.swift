/// A text of several lines that a literal block scalar (`|`) holds as it is.
struct LiteralText {
    private let lines: [Substring]

    /// Whether the text ends with a newline.
    private let isClosed: Bool

    /// Accepts a text of at least two lines; nil for one that needs escapes or an indentation.
    init?(_ text: String) {
        isClosed = text.utf8.last == ASCII.newline
        let content = isClosed ? text.unicodeScalars.dropLast() : text.unicodeScalars[...]
        lines = content.split(separator: "\n", omittingEmptySubsequences: false)
            .map { Substring($0) }
        guard lines.count > 1, let first = lines.first?.utf8.first, first != ASCII.space,
            lines.last?.isEmpty == false, lines.allSatisfy(Self.isPrintable)
        else { return nil }
    }

    /// What announces the lines.
    var header: String {
        isClosed ? "|" : "|-"
    }

    /// Writes the lines, without the last one's ending.
    func written(indentation: String, newline: String) -> String {
        lines.map { $0.isEmpty ? "" : indentation + $0 }.joined(separator: newline)
    }

    private static func isPrintable(_ line: Substring) -> Bool {
        let isBlank = !line.isEmpty && line.utf8.allSatisfy { $0 == ASCII.space }
        return !isBlank && line.utf8.allSatisfy { $0 >= ASCII.space }
    }
}
