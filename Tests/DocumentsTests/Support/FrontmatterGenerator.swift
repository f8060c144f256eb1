/// Writes frontmatters as people do, in every way of writing that the subset has.
struct FrontmatterGenerator {
    var random: SeededGenerator

    init(seed: Int) {
        random = SeededGenerator(seed: seed)
    }

    /// Writes a document with up to nine fields.
    mutating func document() -> String {
        let newline = random.chance(oneIn: 6) ? "\r\n" : "\n"
        var text = "---\n"
        for number in 0..<Int.random(in: 0..<10, using: &random) {
            text += field("key-\(number)")
        }
        text +=
            "---\n" + random.one(of: ["", "\n# Title\n\nText.\n", "no newline", "\n---\nend\n"])
        return text.split(separator: "\n", omittingEmptySubsequences: false)
            .joined(separator: newline)
    }

    /// Writes a field with the lines and comments around it.
    mutating func field(_ key: String) -> String {
        let lead = random.one(of: ["", "", "", "\n", "# a comment\n", "  # an indented comment\n"])
        let colon = random.one(of: [":", ":", ":", " :"])
        let value = value()
        return lead + key + colon + value + "\n"
    }

    private mutating func value() -> String {
        switch Int.random(in: 0..<9, using: &random) {
        case 0: random.one(of: ["", " ", " # nothing"])
        case 1: " " + quoted() + comment()
        case 2: blockScalar(indentation: random.one(of: ["  ", " ", "    "]))
        case 3: blockList()
        case 4: " " + flowList() + comment()
        case 5: " " + plain() + "\n  " + plain() + comment()
        case 6: random.one(of: ["", " # below"]) + "\n   " + plain() + comment()
        default: random.one(of: [" ", "   "]) + plain() + comment()
        }
    }

    private mutating func comment() -> String {
        random.one(of: ["", "", "", " # why", "   #", " "])
    }

    private mutating func plain() -> String {
        random.one(of: [
            "text", "two words", "a#b", "a:b", "https://example.org/?q=1#x", "it's \"so\"",
            "yes", "true", "null", "~", "12", "-7", "0x1F", "0o17", "1.5", "1e3", ".inf", "-.5",
            "12:30", "2026-11-22", "2026-11-22T10:04:05Z", "1_000", "ünïcödé – ✓ 日本", "-word",
            "a, b", "{not} [so]".replacingFirst(with: "x"), "a - b", "50% @ `code` | > &",
        ])
    }

    private mutating func quoted() -> String {
        random.one(of: [
            "\"\"", "''", "\"a: b # c\"", "'it''s'", "\"tab\\tline\\nquote\\\"\"",
            "\"\\u00e4\\x41\"",
            "\"two\n  lines\"", "'two\n\n\n lines '", "\"cut \\\n   here\"", "' \n x\n '",
            "\"[[link]]\"",
            "'\\n'", "\"a\\\n\n  b\"", "\"1\"", "'true'",
        ])
    }

    private mutating func flowList() -> String {
        random.one(of: [
            "[]", "[ ]", "[a]", "[a, b]", "[ a , 'b, c' , \"d]\" ]", "[a, b,]", "[1, true, ~, x y]",
            "[\n  a,\n  b\n  ]", "[a, # why\n  b\n  c]", "[https://x.org, a:b, 12:30]", "[-a, a#b]",
        ])
    }

    private mutating func blockList() -> String {
        let indentation = random.one(of: ["", "  ", "    "])
        var text = comment()
        for _ in 0..<Int.random(in: 1..<5, using: &random) {
            if random.chance(oneIn: 6) { text += "\n" + random.one(of: ["", "# aside", " # in"]) }
            text += "\n" + indentation + "-" + item(indentation)
        }
        return text
    }

    private mutating func item(_ indentation: String) -> String {
        switch Int.random(in: 0..<8, using: &random) {
        case 0: random.one(of: ["", " # nothing"])
        case 1: " " + quoted().split(separator: "\n").joined(separator: "\n " + indentation)
        case 2: "\n " + indentation + plain()
        case 3: " " + plain() + "\n   " + indentation + plain()
        case 4: blockScalar(indentation: indentation + "   ")
        default: " " + plain() + comment()
        }
    }

    private mutating func blockScalar(indentation: String) -> String {
        var text = " " + random.one(of: ["|", ">"]) + random.one(of: ["", "-"])
        text += random.one(of: ["", "", " # why"])
        for _ in 0..<Int.random(in: 0..<5, using: &random) {
            text += "\n" + random.one(of: ["", "", indentation])
            text += "\n" + indentation
            text += random.one(of: ["text", "# no comment", "a: b", "- c", "'", "more  "])
            if random.chance(oneIn: 3) { text += "\n" + indentation + "  deeper" }
        }
        return text
    }
}

extension String {
    /// Puts a text in the place of the first character.
    fileprivate func replacingFirst(with text: String) -> String {
        text + dropFirst()
    }
}
