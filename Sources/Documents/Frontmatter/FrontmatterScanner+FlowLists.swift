extension FrontmatterScanner {
    /// Reads the list in brackets at the position, and the rest of its last line.
    mutating func scanFlowList() throws(DocumentProblem) -> (Field.Value, Range<Int>) {
        let start = position
        position += 1
        let items = try scanFlowItems(listStart: start)
        position += 1
        let range = start..<position
        try finishLine()
        return (.list(items), range)
    }

    /// Reads items and commas, and stops at the closing bracket.
    private mutating func scanFlowItems(listStart: Int) throws(DocumentProblem) -> [Scalar] {
        var items: [Scalar] = []
        var isItemDue = true
        try skipFlowGap(listStart: listStart)
        while bytes[position] != ASCII.closeBracket {
            if bytes[position] == ASCII.comma {
                guard !isItemDue else { throw problem(.emptyItem, position..<position + 1) }
                position += 1
            } else {
                guard isItemDue else { throw itemProblem() }
                items.append(try scanScalar(.flow, parentIndentation: 0))
            }
            isItemDue.toggle()
            try skipFlowGap(listStart: listStart)
        }
        return items
    }

    /// Says what is wrong with text that follows an item without a comma.
    private func itemProblem() -> DocumentProblem {
        let kind: DocumentProblem.Kind =
            switch bytes[position] {
            case ASCII.colon, ASCII.openBrace: .nestedMap
            case ASCII.openBracket: .nestedList
            case ASCII.closeBrace, ASCII.hash:
                .reservedIndicator(text(position..<position + 1))
            default: .missingComma
            }
        return problem(kind, position..<position + 1)
    }

    /// Moves over spaces, line endings and comments inside brackets.
    private mutating func skipFlowGap(listStart: Int) throws(DocumentProblem) {
        while position < end {
            switch bytes[position] {
            case ASCII.space, ASCII.carriageReturn: position += 1
            case ASCII.newline:
                position += 1
                try checkFlowLine(listStart: listStart)
            case ASCII.hash where isBlank(at: position - 1):
                while !isLineEnd(at: position) { position += 1 }
            default: return
            }
        }
        throw problem(.unclosedList, listStart..<listStart + 1)
    }

    /// Refuses a line inside brackets that is not indented, unless it is blank or a comment.
    private func checkFlowLine(listStart: Int) throws(DocumentProblem) {
        guard position < end else { throw problem(.unclosedList, listStart..<listStart + 1) }
        if isBlank(at: position) || bytes[position] == ASCII.hash { return }
        guard bytes[position] == ASCII.closeBracket else {
            throw problem(.unclosedList, listStart..<listStart + 1)
        }
        throw problemOnLine(.badIndentation)
    }

    /// Reads text without quotes inside brackets, and stops at what ends it.
    mutating func scanFlowPlain() throws(DocumentProblem) -> Scalar {
        let start = position
        var textEnd = start
        scanning: while position < end {
            let byte = bytes[position]
            switch byte {
            case ASCII.comma, ASCII.closeBracket: break scanning
            case ASCII.hash where isBlank(at: position - 1): break scanning
            case ASCII.newline where !isBlank(at: position + 1): break scanning
            case ASCII.space, ASCII.newline, ASCII.carriageReturn: position += 1
            default:
                try refuseFlowIndicator(byte)
                position += 1
                textEnd = position
            }
        }
        let range = start..<textEnd
        return try plainScalar(range, isOneLine: !bytes[range].contains(ASCII.newline))
    }

    private func refuseFlowIndicator(_ byte: UInt8) throws(DocumentProblem) {
        if byte == ASCII.colon {
            let next = position + 1
            // YAML 1.2 reads ':?' as text, but parsers of YAML 1.1 refuse it.
            let isText = bytes[next] != ASCII.questionMark && !Self.isFlowIndicator(bytes[next])
            guard isBlank(at: next) || !isText else { return }
            throw problem(.nestedMap, position..<next)
        }
        guard Self.isFlowIndicator(byte) else { return }
        throw problem(
            .reservedIndicator(text(position..<position + 1)), position..<position + 1)
    }

    /// Tells whether a byte means something to YAML wherever it stands inside brackets.
    static func isFlowIndicator(_ byte: UInt8) -> Bool {
        switch byte {
        case ASCII.comma, ASCII.openBracket, ASCII.closeBracket, ASCII.openBrace,
            ASCII.closeBrace:
            true
        default: false
        }
    }
}
