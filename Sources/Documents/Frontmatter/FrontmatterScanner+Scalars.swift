/// Where a scalar starts, which decides what it may look like.
enum ScalarContext {
    case keyLine
    case ownLine
    case item
    case flow
}

extension FrontmatterScanner {
    /// Reads the scalar at the position and, outside brackets, the rest of its last line; lines
    /// that belong to it are indented deeper than its parent.
    mutating func scanScalar(
        _ context: ScalarContext, parentIndentation: Int
    ) throws(DocumentProblem) -> Scalar {
        switch bytes[position] {
        case ASCII.doubleQuote, ASCII.singleQuote:
            let scalar = try scanQuoted(parentIndentation: parentIndentation)
            if context != .flow { try finishLine() }
            return scalar
        case ASCII.pipe where context != .flow, ASCII.greaterThan where context != .flow:
            return try scanBlockScalar(parentIndentation: parentIndentation)
        default:
            try refuseIndicator(context)
            if context == .flow { return try scanFlowPlain() }
            return try scanPlain(context, parentIndentation: parentIndentation)
        }
    }

    /// Refuses a first byte that YAML does not let a plain scalar start with.
    private func refuseIndicator(_ context: ScalarContext) throws(DocumentProblem) {
        if let kind = indicatorProblem(context) ?? openingProblem(context) {
            throw problem(kind, position..<position + 1)
        }
    }

    /// Says what is wrong with a byte that cannot start a plain scalar anywhere.
    private func indicatorProblem(_ context: ScalarContext) -> DocumentProblem.Kind? {
        switch bytes[position] {
        case ASCII.ampersand: .anchor
        case ASCII.asterisk: .alias
        case ASCII.exclamationMark: .tag
        case ASCII.openBrace: .nestedMap
        case ASCII.openBracket: .nestedList
        case ASCII.percent, ASCII.at, ASCII.backtick, ASCII.comma, ASCII.closeBracket,
            ASCII.closeBrace, ASCII.hash, ASCII.pipe, ASCII.greaterThan:
            .reservedIndicator(text(position..<position + 1))
        default: nil
        }
    }

    /// Says what is wrong with a dash, question mark or colon that does not start a word.
    private func openingProblem(_ context: ScalarContext) -> DocumentProblem.Kind? {
        let next = position + 1
        let isAlone = isBlank(at: next) || (context == .flow && Self.isFlowIndicator(bytes[next]))
        switch bytes[position] {
        case ASCII.dash where isAlone:
            return context == .keyLine ? .listOnKeyLine : .nestedList
        case ASCII.questionMark where isAlone: return .nestedMap
        case ASCII.colon where isAlone || context == .flow: return .reservedIndicator(":")
        case ASCII.questionMark where context == .flow: return .reservedIndicator("?")
        default: return nil
        }
    }

    /// Reads text without quotes, which may go on in lines that are indented deeper.
    private mutating func scanPlain(
        _ context: ScalarContext, parentIndentation: Int
    ) throws(DocumentProblem) -> Scalar {
        let start = position
        let firstLine = try scanPlainLine(context)
        var lastLine = firstLine
        while !lastLine.isBeforeComment, let next = continuation(deeperThan: parentIndentation) {
            position = next
            lastLine = try scanPlainLine(context)
        }
        let range = start..<lastLine.end
        return try plainScalar(range, isOneLine: lastLine.end == firstLine.end)
    }

    /// Makes a scalar of a plain text; one of several lines has spaces and is thus a string.
    func plainScalar(_ range: Range<Int>, isOneLine: Bool) throws(DocumentProblem) -> Scalar {
        let text = isOneLine ? text(range) : try unquoted(range, quote: nil)
        let type = isOneLine ? CoreSchema.type(of: range, in: bytes) : .string
        return Scalar(text: text, style: .plain, type: type, range: range)
    }

    /// Reads one line of plain text, and moves to the next line.
    private mutating func scanPlainLine(
        _ context: ScalarContext
    ) throws(DocumentProblem) -> (end: Int, isBeforeComment: Bool) {
        var cursor = position
        var textEnd = position
        while !isLineEnd(at: cursor) {
            let byte = bytes[cursor]
            if byte == ASCII.hash, cursor > textEnd {
                skipLine()
                return (textEnd, true)
            }
            if byte == ASCII.colon, isBlank(at: cursor + 1) {
                let kind: DocumentProblem.Kind = context == .keyLine ? .unquotedColon : .nestedMap
                throw problem(kind, cursor..<cursor + 1)
            }
            cursor += 1
            if byte != ASCII.space { textEnd = cursor }
        }
        position = cursor
        skipLine()
        return (textEnd, false)
    }

    /// Finds the first byte of the next line that carries a plain scalar on; nil if it ends here.
    private func continuation(deeperThan indentation: Int) -> Int? {
        var line = position
        while line < end {
            let first = firstNonSpace(from: line)
            guard isLineEnd(at: first) else {
                let isDeeper = first - line > indentation
                return isDeeper && bytes[first] != ASCII.hash ? first : nil
            }
            line = (bytes[first] == ASCII.carriageReturn ? first + 1 : first) + 1
        }
        return nil
    }
}
