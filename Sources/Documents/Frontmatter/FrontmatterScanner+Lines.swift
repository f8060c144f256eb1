extension FrontmatterScanner {
    /// Moves over blank lines and comments to the start of the next other line.
    ///
    /// - Returns: How many spaces that line starts with; nil at the end of the frontmatter.
    mutating func skipToContent() -> Int? {
        while position < end {
            let first = firstNonSpace(from: position)
            if !isLineEnd(at: first), bytes[first] != ASCII.hash { return first - position }
            position = first
            skipLine()
        }
        return nil
    }

    /// Moves to the start of the next line.
    mutating func skipLine() {
        while position < end, bytes[position] != ASCII.newline { position += 1 }
        position = min(position + 1, end)
    }

    mutating func skipSpaces() {
        position = firstNonSpace(from: position)
    }

    /// Moves to the next line from the end of a value; nothing but a comment may stand between.
    mutating func finishLine() throws(DocumentProblem) {
        let valueEnd = position
        skipSpaces()
        guard !isLineEnd(at: position) else { return skipLine() }
        if bytes[position] == ASCII.hash, position > valueEnd { return skipLine() }
        if bytes[position] == ASCII.colon {
            throw problem(.nestedMap, position..<position + 1)
        }
        throw problem(.textAfterValue, position..<textEnd(from: position))
    }

    /// Whether the byte at the position, which follows spaces, ends the line or starts a comment.
    var isAtLineEndOrComment: Bool {
        isLineEnd(at: position) || bytes[position] == ASCII.hash
    }

    func isLineEnd(at offset: Int) -> Bool {
        offset >= end || bytes[offset] == ASCII.newline || bytes[offset] == ASCII.carriageReturn
    }

    func isBlank(at offset: Int) -> Bool {
        isLineEnd(at: offset) || bytes[offset] == ASCII.space
    }

    /// Tells whether a dash that starts a list item stands at an offset.
    func isListItem(at offset: Int) -> Bool {
        bytes[offset] == ASCII.dash && isBlank(at: offset + 1)
    }

    func firstNonSpace(from offset: Int) -> Int {
        var cursor = offset
        while cursor < end, bytes[cursor] == ASCII.space { cursor += 1 }
        return cursor
    }

    /// The end of the line's last byte that is not a space.
    func textEnd(from offset: Int) -> Int {
        var cursor = offset
        var textEnd = offset
        while !isLineEnd(at: cursor) {
            if bytes[cursor] != ASCII.space { textEnd = cursor + 1 }
            cursor += 1
        }
        return textEnd
    }

    func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }

    func problem(_ kind: DocumentProblem.Kind, _ range: Range<Int>) -> DocumentProblem {
        DocumentProblem(kind: kind, place: Place(of: range, in: bytes))
    }

    /// Marks the text of the line that starts at the position.
    func problemOnLine(_ kind: DocumentProblem.Kind) -> DocumentProblem {
        let start = firstNonSpace(from: position)
        return problem(kind, start..<textEnd(from: start))
    }
}
