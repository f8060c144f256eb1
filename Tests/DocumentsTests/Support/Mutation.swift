/// Makes damaged files and unlikely texts.
struct Mutation {
    var random: SeededGenerator

    /// Pieces that mean something to YAML, and a few that do not.
    private static let pieces: [String] = [
        "a", "b c", "1", "true", "~", ":", ": ", " ", "  ", "\n", "\n  ", "\n    ", "\n ", "\n\n",
        "- ", "-", "\n- ", "\n  - ", "[", "]", ", ", ",", "{", "}", "'", "\"", "''", "#", " #",
        "\\",
        "\\n", "\\\n", "|", ">", " |\n", " >-\n  ", "|2", "+", "?", "? ", "&", "*", "!", "%", "@",
        "`", "=", "<<", "é", "\u{2028}", "\r\n", "\r", "\t", "---", "...", "\nk: ", "\nkey: v",
        "x:",
    ]

    /// Ways in which a value starts.
    private static let openings = [
        "", " ", " [", " [a, ", "\n  - ", " |\n  ", " >\n  ", " '", " \"",
    ]

    /// Texts that YAML could take for something else.
    private static let texts: [String] = [
        "", " ", "a", "yes", "No", "y", "NULL", "~", "true", "1", "-1", "+1", "0x1f", "0b1", "017",
        "0o17", "1_000", "1.5", "1e5", "1E-5", ".5", ".inf", ".NaN", "12:30", "1:2:3", "2026-11-22",
        "2026-1-2 10:00:00", "<<", "=", "a: b", "a:", "a #b", "#a", "- a", "-", "--- a", "...",
        "[a",
        "{a", "a]", "a, b", "'a'", "\"a\"", "it's", "say \"so\"", "\\n", "a\nb", "a\nb\n", "\na",
        "a\n\nb", "a\n b", " a\nb", "a\n", "a\n\n", "tab\there", "é", "日本", "@a", "`a`", "%a", "|",
        ">", "?", "? a", ":a", ": a", "!a", "&a", "*a", "a ", "null and void", "1 apple", "0x",
        "support/intent", "9f31c2ab77", "1234e56", "🙂 ok", "a\u{A0}", "\u{A0}", "a\n  \nb",
        " \u{301}a\nb", "#a\nb", "a\n#b\n", "---\nx", "x\n---\ny", "0x_", "1,000", "1__0", "0.",
    ]

    init(random: SeededGenerator) {
        self.random = random
    }

    /// Joins up to eight pieces.
    mutating func tokens() -> String {
        (0..<Int.random(in: 1...8, using: &random)).map { _ in random.one(of: Self.pieces) }
            .joined()
    }

    /// Starts a value in one of the ways to write it, and goes on with pieces in any order.
    mutating func value() -> String {
        random.one(of: Self.openings) + tokens() + tokens()
    }

    /// Draws a text that is hard to write, or joins two.
    mutating func text() -> String {
        let text = random.one(of: Self.texts)
        return random.chance(oneIn: 3) ? text + random.one(of: Self.texts) : text
    }

    /// Changes a few bytes or puts pieces in.
    mutating func damage(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...3, using: &random) where !bytes.isEmpty {
            let offset = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0: bytes.remove(at: offset)
            case 1: bytes[offset] = UInt8.random(in: 0...255, using: &random)
            case 2: bytes.removeSubrange(offset..<min(bytes.count, offset + 9))
            default: bytes.insert(contentsOf: random.one(of: Self.pieces).utf8, at: offset)
            }
        }
        return bytes
    }
}
