import EtudeDocuments

/// A file that is refused, with the fact and the place to expect.
struct ProblemCase {
    let source: [UInt8]
    let kind: DocumentProblem.Kind
    let place: Place

    /// A file with these lines between its `---` lines.
    init(
        _ frontmatter: String, _ kind: DocumentProblem.Kind, _ line: Int, _ column: Int,
        _ length: Int
    ) {
        self.init(file: Array("---\n\(frontmatter)\n---\n".utf8), kind, line, column, length)
    }

    init(
        file: [UInt8], _ kind: DocumentProblem.Kind, _ line: Int, _ column: Int, _ length: Int
    ) {
        source = file
        self.kind = kind
        place = Place(line: line, column: column, length: length)
    }

    /// At least one file for each kind of problem.
    static let all: [ProblemCase] = files + characters + structures + values + lists

    private static let manyFields = (0...128).map { "k\($0):\n" }.joined()

    private static let files: [ProblemCase] = [
        ProblemCase(
            file: Array(repeating: 0x61, count: 65_537), .tooLarge(limit: 65_536), 1, 1, 1),
        ProblemCase(file: Array("---\na: é".utf8) + [0xFF, 0x0A], .notUTF8, 2, 5, 1),
        ProblemCase(file: Array("\u{FEFF}---\n---\n".utf8), .byteOrderMark, 1, 1, 1),
        ProblemCase(file: Array("# Title\n".utf8), .noFrontmatter, 1, 1, 7),
        ProblemCase(file: [], .noFrontmatter, 1, 1, 1),
        ProblemCase(file: Array("---\na: b\n".utf8), .unclosedFrontmatter, 1, 1, 3),
        ProblemCase(
            String(repeating: "# aaaaaaa\n", count: 820), .frontmatterTooLarge(limit: 8_192), 1, 1,
            3
        ),
        ProblemCase(manyFields, .tooManyFields(limit: 128), 130, 1, 4),
    ]

    private static let characters: [ProblemCase] = [
        ProblemCase("a: \u{1B}[31m", .forbiddenCharacter(0x1B), 2, 4, 1),
        ProblemCase("a: ä\u{202E}b", .forbiddenCharacter(0x202E), 2, 5, 1),
        ProblemCase("a: b # \u{E0041}", .forbiddenCharacter(0xE0041), 2, 8, 1),
        ProblemCase("a: b\rc: d", .forbiddenCharacter(0xD), 2, 5, 1),
        ProblemCase("a: \"\\u200b\"", .forbiddenCharacter(0x200B), 2, 5, 6),
        ProblemCase("a:\tb", .tab, 2, 3, 1),
    ]

    private static let structures: [ProblemCase] = [
        ProblemCase("Title: b", .badKey("Title"), 2, 1, 5),
        ProblemCase("\"a\": b", .badKey("\"a\""), 2, 1, 3),
        ProblemCase("yes: b", .reservedKey("yes"), 2, 1, 3),
        ProblemCase("a: b\na: c", .duplicateKey("a"), 3, 1, 1),
        ProblemCase("a: b\njust text", .missingColon, 3, 1, 9),
        ProblemCase("a:b", .missingSpace(key: "a"), 2, 1, 2),
        ProblemCase("a: b # c\n  d", .badIndentation, 3, 3, 1),
        ProblemCase(" a: b", .badIndentation, 2, 2, 4),
        ProblemCase("a:\n  - b\n - c", .badIndentation, 4, 2, 3),
        ProblemCase("a:\n  - 'b'\n   - c", .badIndentation, 4, 4, 3),
        ProblemCase("a: |\n    \n  b", .badIndentation, 3, 1, 4),
        ProblemCase("a: [\n  b,\n]", .badIndentation, 4, 1, 1),
        ProblemCase("a: b\n...", .documentEnd, 3, 1, 3),
        ProblemCase("- a", .listWithoutKey, 2, 1, 3),
        ProblemCase("a: - b", .listOnKeyLine, 2, 4, 1),
    ]

    private static let values: [ProblemCase] = [
        ProblemCase("a: &b c", .anchor, 2, 4, 1),
        ProblemCase("a: *b", .alias, 2, 4, 1),
        ProblemCase("a: !!str b", .tag, 2, 4, 1),
        ProblemCase("a: {b: c}", .nestedMap, 2, 4, 1),
        ProblemCase("a:\n  b: c", .nestedMap, 3, 4, 1),
        ProblemCase("a: \"b\": c", .nestedMap, 2, 7, 1),
        ProblemCase("title: étude: a memory", .unquotedColon, 2, 13, 1),
        ProblemCase("a: @b", .reservedIndicator("@"), 2, 4, 1),
        ProblemCase("a: \"b\nc: d", .unclosedQuote, 2, 4, 1),
        ProblemCase("a: 'b", .unclosedQuote, 2, 4, 1),
        ProblemCase("a: \"C:\\dir\"", .badEscape("\\d"), 2, 7, 2),
        ProblemCase("a: \"\\ud83d\"", .badEscape("\\ud83d"), 2, 5, 6),
        ProblemCase("a: \"b\" c", .textAfterValue, 2, 8, 1),
        ProblemCase("a: |+\n  b", .badBlockHeader("|+"), 2, 4, 2),
    ]

    private static let lists: [ProblemCase] = [
        ProblemCase("a:\n  - b: c", .nestedMap, 3, 6, 1),
        ProblemCase("a: [b: c]", .nestedMap, 2, 6, 1),
        ProblemCase("a:\n  - - b", .nestedList, 3, 5, 1),
        ProblemCase("a: [[b]]", .nestedList, 2, 5, 1),
        ProblemCase("a: [b{c]", .reservedIndicator("{"), 2, 6, 1),
        ProblemCase("a: [b", .unclosedList, 2, 4, 1),
        ProblemCase("a: [b\nc: d]", .unclosedList, 2, 4, 1),
        ProblemCase("a: [b,, c]", .emptyItem, 2, 7, 1),
        ProblemCase("a: ['b' 'c']", .missingComma, 2, 9, 1),
    ]
}
