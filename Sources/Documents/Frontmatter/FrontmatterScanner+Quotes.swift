extension FrontmatterScanner {
    /// Reads a quoted scalar, and stops after its closing quote.
    mutating func scanQuoted(parentIndentation: Int) throws(DocumentProblem) -> Scalar {
        let start = position
        let quote = bytes[start]
        let (closing, isVerbatim) = try closingQuote(parentIndentation: parentIndentation)
        position = closing + 1
        let content = start + 1..<closing
        return Scalar(
            text: isVerbatim ? text(content) : try unquoted(content, quote: quote),
            style: quote == ASCII.doubleQuote ? .doubleQuoted : .singleQuoted,
            type: .string, range: start..<closing + 1)
    }

    /// Finds the quote that closes the one at the position.
    ///
    /// - Returns: Its offset, and whether all between is one line without escapes.
    private func closingQuote(
        parentIndentation: Int
    ) throws(DocumentProblem) -> (offset: Int, isVerbatim: Bool) {
        let quote = bytes[position]
        var cursor = position + 1
        var isVerbatim = true
        while cursor < end {
            let byte = bytes[cursor]
            let isEscape = self.isEscape(at: cursor, quote: quote)
            if byte == quote, !isEscape { return (cursor, isVerbatim) }
            if isEscape || byte == ASCII.newline { isVerbatim = false }
            if byte == ASCII.newline {
                guard isBlankOrDeeper(lineAt: cursor + 1, than: parentIndentation) else { break }
            }
            cursor += isEscape ? 2 : 1
        }
        throw problem(.unclosedQuote, position..<position + 1)
    }

    /// Tells whether a byte and the next belong together: two single quotes, or a backslash and
    /// what it escapes, a line ending aside.
    private func isEscape(at offset: Int, quote: UInt8) -> Bool {
        let next = bytes[offset + 1]
        if quote == ASCII.singleQuote { return bytes[offset] == quote && next == quote }
        return bytes[offset] == ASCII.backslash && next != ASCII.newline
    }

    private func isBlankOrDeeper(lineAt line: Int, than indentation: Int) -> Bool {
        let first = firstNonSpace(from: line)
        return first < end && (isLineEnd(at: first) || first - line > indentation)
    }

    /// Resolves the folds, escapes and doubled quotes of a range between two quotes, or of a plain
    /// scalar, which has no quote.
    func unquoted(_ range: Range<Int>, quote: UInt8?) throws(DocumentProblem) -> String {
        var result: [UInt8] = []
        var cursor = range.lowerBound
        while cursor < range.upperBound {
            let byte = bytes[cursor]
            if byte == ASCII.space || isLineEnd(at: cursor) {
                cursor = appendGap(from: cursor, upTo: range.upperBound, to: &result)
            } else if byte == ASCII.backslash, quote == ASCII.doubleQuote {
                cursor = try appendEscape(at: cursor, upTo: range.upperBound, to: &result)
            } else {
                result.append(byte)
                cursor += byte == quote ? 2 : 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Appends what a run of spaces and line endings stands for: one ending is a space, each
    /// further one a newline, and spaces around endings are nothing.
    ///
    /// - Returns: The offset after the run.
    private func appendGap(from start: Int, upTo limit: Int, to result: inout [UInt8]) -> Int {
        let (gapEnd, endings) = gap(from: start, upTo: limit)
        switch endings {
        case 0: result += bytes[start..<gapEnd]
        case 1: result.append(ASCII.space)
        default: result += repeatElement(ASCII.newline, count: endings - 1)
        }
        return gapEnd
    }

    private func appendEscape(
        at start: Int, upTo limit: Int, to result: inout [UInt8]
    ) throws(DocumentProblem) -> Int {
        if isLineEnd(at: start + 1) {
            let line = bytes[start + 1] == ASCII.newline ? start + 2 : start + 3
            let (gapEnd, endings) = gap(from: line, upTo: limit)
            result += repeatElement(ASCII.newline, count: endings)
            return gapEnd
        }
        let (scalar, escapeEnd) = try escape(at: start, upTo: limit)
        guard !CharacterRules.isForbidden(scalar) else {
            throw problem(.forbiddenCharacter(scalar.value), start..<escapeEnd)
        }
        result += Array(String(scalar).utf8)
        return escapeEnd
    }

    private func gap(from start: Int, upTo limit: Int) -> (end: Int, endings: Int) {
        var cursor = start
        var endings = 0
        while cursor < limit, isBlank(at: cursor) {
            if bytes[cursor] == ASCII.newline { endings += 1 }
            cursor += 1
        }
        return (cursor, endings)
    }
}
