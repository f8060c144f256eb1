/// Text as a Markdown quotation, which nothing in the text can close.
enum Quotation {
    /// `text`, whose lines end with LF, with a mark before each line.
    static func text(of text: String) -> String {
        lines(of: text).map { "> " + String($0) }.joined(separator: "\n")
    }

    /// What the quoted lines of a Markdown text say; empty where there are none.
    static func content(in text: String) -> String {
        let quoted = lines(of: text).compactMap { line -> String? in
            guard line.first == ">" else { return nil }
            let rest = line.dropFirst().prefix { $0 != "\r" }
            return String(rest.first == " " ? rest.dropFirst() : rest)
        }
        return quoted.joined(separator: "\n")
    }

    private static func lines(of text: String) -> [Substring.UnicodeScalarView] {
        text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    }
}
