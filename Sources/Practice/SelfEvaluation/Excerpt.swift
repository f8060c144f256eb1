/// Text of a trace as it is quoted in a file.
enum Excerpt {
    /// The most characters quoted.
    static let longest = 400

    /// One line of `text` without invisible characters and secrets, cut with `…` where it is too long.
    static func of(_ text: String) -> String {
        let plain = String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { ForbiddenCharacters.isForbidden($0) ? " " : $0 }))
        let line = SecretScanner.redacted(plain).split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
        return line.count <= longest ? line : line.prefix(longest - 1) + "…"
    }
}
