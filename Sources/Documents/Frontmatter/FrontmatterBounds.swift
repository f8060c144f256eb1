/// Where the frontmatter of a file starts and ends.
struct FrontmatterBounds: Sendable {
    /// The lines between the two `---` lines.
    let content: Range<Int>

    /// The first byte after the closing line.
    let bodyStart: Int

    /// Finds the two lines, and checks the limits and the characters of what lies between.
    init(in bytes: [UInt8]) throws(DocumentProblem) {
        try Self.checkFile(bytes)
        guard let start = Self.delimiterEnd(at: 0, in: bytes), start > 3 else {
            throw Self.problem(.noFrontmatter, 0..<Self.firstLineEnd(bytes), in: bytes)
        }
        let (closing, end) = try Self.closingLine(from: start, in: bytes)
        guard end <= Document.frontmatterLimit else {
            let limit = Document.frontmatterLimit
            throw Self.problem(.frontmatterTooLarge(limit: limit), 0..<3, in: bytes)
        }
        content = start..<closing
        bodyStart = end
        try Self.checkCharacters(content, of: bytes)
    }

    /// Refuses a file that is too large, not UTF-8, or marked with a byte order.
    private static func checkFile(_ bytes: [UInt8]) throws(DocumentProblem) {
        guard bytes.count <= Document.sizeLimit else {
            throw problem(.tooLarge(limit: Document.sizeLimit), 0..<1, in: bytes)
        }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            throw problem(.byteOrderMark, 0..<3, in: bytes)
        }
        do throws(UTF8.ValidationError) {
            let _ = try UTF8Span(validating: bytes.span)
        } catch {
            throw problem(.notUTF8, error.byteOffsets, in: bytes)
        }
    }

    /// Finds the next line that is `---`, and where the line after it starts.
    private static func closingLine(
        from start: Int, in bytes: [UInt8]
    ) throws(DocumentProblem) -> (start: Int, end: Int) {
        var line = start
        while line < bytes.count {
            if let end = delimiterEnd(at: line, in: bytes) { return (line, end) }
            while line < bytes.count, bytes[line] != ASCII.newline { line += 1 }
            line += 1
        }
        throw problem(.unclosedFrontmatter, 0..<3, in: bytes)
    }

    /// Returns where the line after a `---` line starts; nil if no such line starts here.
    ///
    /// Spaces may follow the dashes, and the last line of a file needs no ending.
    private static func delimiterEnd(at start: Int, in bytes: [UInt8]) -> Int? {
        guard start + 3 <= bytes.count, bytes[start] == ASCII.dash,
            bytes[start + 1] == ASCII.dash, bytes[start + 2] == ASCII.dash
        else { return nil }
        var cursor = start + 3
        while cursor < bytes.count, bytes[cursor] == ASCII.space { cursor += 1 }
        if cursor == bytes.count { return cursor }
        if bytes[cursor] == ASCII.newline { return cursor + 1 }
        guard bytes[cursor] == ASCII.carriageReturn, cursor + 1 < bytes.count,
            bytes[cursor + 1] == ASCII.newline
        else { return nil }
        return cursor + 2
    }

    private static func checkCharacters(
        _ range: Range<Int>, of bytes: [UInt8]
    ) throws(DocumentProblem) {
        if let finding = CharacterRules.firstForbidden(in: range, of: bytes, orTab: true) {
            let isTab = finding.value == UInt32(ASCII.tab)
            let kind: DocumentProblem.Kind = isTab ? .tab : .forbiddenCharacter(finding.value)
            throw problem(kind, finding.range, in: bytes)
        }
    }

    private static func firstLineEnd(_ bytes: [UInt8]) -> Int {
        bytes.firstIndex(of: ASCII.newline) ?? bytes.count
    }

    private static func problem(
        _ kind: DocumentProblem.Kind, _ range: Range<Int>, in bytes: [UInt8]
    ) -> DocumentProblem {
        DocumentProblem(kind: kind, place: Place(of: range, in: bytes))
    }
}
