/// What stands after the `|` or `>` of a block scalar.
private struct BlockHeader {
    let isFolded: Bool
    var isStripped = false
    var indentation: Int?
}

/// The text of a block scalar as it grows line by line.
private struct BlockText {
    let isFolded: Bool

    /// The text without the last line's ending.
    private(set) var text: [UInt8] = []

    /// Where the last line that is not blank ends; nil before the first one.
    private(set) var end: Int?

    private var blankLines = 0
    private var isAfterIndented = false

    init(isFolded: Bool) {
        self.isFolded = isFolded
    }

    mutating func appendBlankLine() {
        blankLines += 1
    }

    /// Adds a line and what stands between it and the one before.
    ///
    /// That is a newline for each line ending; in folded text a space for one ending, and a newline
    /// less for more, unless one of the two lines is indented deeper.
    mutating func append(_ line: ArraySlice<UInt8>) {
        let isIndented = line.first == ASCII.space
        let endings = end == nil ? blankLines : blankLines + 1
        let isFold = isFolded && end != nil && !isIndented && !isAfterIndented
        if isFold, endings == 1 {
            text.append(ASCII.space)
        } else {
            text += repeatElement(ASCII.newline, count: isFold ? endings - 1 : endings)
        }
        text += line
        (end, blankLines, isAfterIndented) = (line.endIndex, 0, isIndented)
    }
}

extension FrontmatterScanner {
    /// Reads a block scalar with its lines, and moves to the line after them.
    mutating func scanBlockScalar(parentIndentation: Int) throws(DocumentProblem) -> Scalar {
        let start = position
        let header = try scanBlockHeader()
        let headerEnd = position
        try finishLine()
        let indentation = try blockIndentation(header, parentIndentation: parentIndentation)
        let block = scanBlockLines(indentation: indentation, isFolded: header.isFolded)
        let ending = header.isStripped || block.end == nil ? "" : "\n"
        return Scalar(
            text: String(decoding: block.text, as: UTF8.self) + ending,
            style: header.isFolded ? .folded : .literal, type: .string,
            range: start..<(block.end ?? headerEnd))
    }

    private mutating func scanBlockHeader() throws(DocumentProblem) -> BlockHeader {
        let start = position
        var header = BlockHeader(isFolded: bytes[position] == ASCII.greaterThan)
        position += 1
        while !isBlank(at: position) {
            let byte = bytes[position]
            if byte == ASCII.dash, !header.isStripped {
                header.isStripped = true
            } else if ASCII.isDigit(byte), byte != ASCII.zero, header.indentation == nil {
                header.indentation = Int(byte - ASCII.zero)
            } else {
                let headerEnd = textEnd(from: start)
                throw problem(.badBlockHeader(text(start..<headerEnd)), start..<headerEnd)
            }
            position += 1
        }
        return header
    }

    /// Decides how deep the lines are indented: as the header says, else as the first line is.
    private func blockIndentation(
        _ header: BlockHeader, parentIndentation: Int
    ) throws(DocumentProblem) -> Int {
        if let indentation = header.indentation { return parentIndentation + indentation }
        var line = position
        var deepestBlank = line..<line
        while line < end {
            let first = firstNonSpace(from: line)
            guard isLineEnd(at: first) else {
                guard first - line > parentIndentation else { break }
                guard deepestBlank.count <= first - line else {
                    throw problem(.badIndentation, deepestBlank)
                }
                return first - line
            }
            if first - line > deepestBlank.count { deepestBlank = line..<first }
            line = (bytes[first] == ASCII.carriageReturn ? first + 1 : first) + 1
        }
        return max(parentIndentation + 1, deepestBlank.count)
    }

    /// Reads the lines of a block scalar, up to the first text that is indented less.
    private mutating func scanBlockLines(indentation: Int, isFolded: Bool) -> BlockText {
        var block = BlockText(isFolded: isFolded)
        while position < end {
            let first = firstNonSpace(from: position)
            if isLineEnd(at: first), first - position <= indentation {
                block.appendBlankLine()
            } else if first - position < indentation {
                break
            } else {
                let start = position + indentation
                block.append(bytes[start..<contentEnd(from: start)])
            }
            skipLine()
        }
        return block
    }

    private func contentEnd(from start: Int) -> Int {
        var cursor = start
        while !isLineEnd(at: cursor) { cursor += 1 }
        return cursor
    }
}
