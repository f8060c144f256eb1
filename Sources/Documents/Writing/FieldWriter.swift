/// Writes values as the frontmatter holds them.
enum FieldWriter {
    /// The most characters of a list that is written in brackets.
    static let bracketLimit = 80

    /// Writes what follows a key's colon in a new field, its space included.
    static func layout(_ value: FieldValue, newline: String) -> String {
        if case .text(let text) = value, let lines = LiteralText(text) {
            return " " + lines.header + newline
                + lines.written(indentation: "  ", newline: newline)
        }
        if case .list(let items) = value, !isShort(items) {
            return items.map { "\(newline)  - \(plainOrQuoted($0))" }.joined()
        }
        return " " + inline(value)
    }

    /// Writes a value on one line; a text keeps the quotes of a style where they can hold it.
    static func inline(_ value: FieldValue, style: Scalar.Style = .plain) -> String {
        switch value {
        case .text(let text): scalar(text, style: style)
        case .integer(let number): String(number)
        case .decimal(let number): decimal(number)
        case .boolean(let isTrue): isTrue ? "true" : "false"
        case .list(let items): "[" + items.map(bracketItem).joined(separator: ", ") + "]"
        }
    }

    /// Writes a text without quotes where that is safe.
    static func plainOrQuoted(_ text: String) -> String {
        PlainText.isSafe(text) ? text : quoted(text)
    }

    private static func scalar(_ text: String, style: Scalar.Style) -> String {
        switch style {
        case .doubleQuoted: doubleQuoted(text)
        case .singleQuoted where isOneLine(text): singleQuoted(text)
        default: plainOrQuoted(text)
        }
    }

    private static func isShort(_ items: [String]) -> Bool {
        let width = items.reduce(0) { $0 + $1.unicodeScalars.count + 2 }
        return width <= bracketLimit && items.allSatisfy(PlainText.isSafeInBrackets)
    }

    private static func bracketItem(_ text: String) -> String {
        PlainText.isSafeInBrackets(text) ? text : quoted(text)
    }

    /// Writes a text in double quotes, or in single quotes where that saves escapes.
    private static func quoted(_ text: String) -> String {
        let needsEscapes = text.utf8.contains { $0 == ASCII.doubleQuote || $0 == ASCII.backslash }
        let hasSingleQuote = text.utf8.contains(ASCII.singleQuote)
        return needsEscapes && !hasSingleQuote && isOneLine(text)
            ? singleQuoted(text) : doubleQuoted(text)
    }

    private static func isOneLine(_ text: String) -> Bool {
        text.utf8.allSatisfy { $0 >= ASCII.space }
    }

    private static func singleQuoted(_ text: String) -> String {
        "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
            + "'"
    }

    /// Forbidden characters stay as they are, for the parser to refuse.
    private static func doubleQuoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case "\r": result += "\\r"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    /// Writes a number with a point, so that YAML 1.1 reads it as a number, too.
    private static func decimal(_ number: Double) -> String {
        if number.isNaN { return ".nan" }
        if number.isInfinite { return number < 0 ? "-.inf" : ".inf" }
        let text = "\(number)"
        guard let exponent = text.firstIndex(of: "e"), !text.contains(".") else { return text }
        return text[..<exponent] + ".0" + text[exponent...]
    }
}
