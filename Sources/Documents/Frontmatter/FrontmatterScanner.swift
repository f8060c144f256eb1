/// Reads the fields of a frontmatter, byte by byte and once.
///
/// The lines hold no tabs and no forbidden characters, and each has its ending; a carriage
/// return stands before a newline only. `FrontmatterBounds` has seen to both.
struct FrontmatterScanner {
    /// The most bytes of a key with the spaces before its colon.
    static let keyLimit = 64

    let bytes: [UInt8]

    /// The offset of the closing `---` line.
    let end: Int

    /// The next byte to read; the start of a line between two fields.
    var position: Int

    private var fields: [Field] = []

    init(bytes: [UInt8], content: Range<Int>) {
        self.bytes = bytes
        end = content.upperBound
        position = content.lowerBound
    }

    /// Reads all fields.
    mutating func scanFields() throws(DocumentProblem) -> [Field] {
        fields.reserveCapacity(16)
        while let indentation = skipToContent() {
            guard indentation == 0 else { throw problemOnLine(.badIndentation) }
            fields.append(try scanField())
        }
        return fields
    }

    private mutating func scanField() throws(DocumentProblem) -> Field {
        let keyRange = try scanKey()
        let key = text(keyRange)
        guard fields.count < Document.fieldLimit else {
            throw problem(.tooManyFields(limit: Document.fieldLimit), keyRange)
        }
        guard !fields.contains(where: { $0.key == key }) else {
            throw problem(.duplicateKey(key), keyRange)
        }
        let colonEnd = position
        let (value, valueRange) = try scanValue()
        return Field(
            key: key, value: value, keyRange: keyRange, valueRange: valueRange, colonEnd: colonEnd)
    }

    /// Reads what follows a key's colon, on its line or below.
    private mutating func scanValue() throws(DocumentProblem) -> (Field.Value, Range<Int>) {
        let colonEnd = position
        skipSpaces()
        if !isAtLineEndOrComment {
            return try scanNode(.keyLine)
        }
        skipLine()
        if let indentation = skipToContent() {
            if isListItem(at: position + indentation) {
                return try scanBlockList(indentation: indentation)
            }
            if indentation > 0 {
                position += indentation
                return try scanNode(.ownLine)
            }
        }
        return (.empty, colonEnd..<colonEnd)
    }

    private mutating func scanNode(
        _ context: ScalarContext
    ) throws(DocumentProblem) -> (Field.Value, Range<Int>) {
        if bytes[position] == ASCII.openBracket {
            return try scanFlowList()
        }
        let scalar = try scanScalar(context, parentIndentation: 0)
        return (.scalar(scalar), scalar.range)
    }
}
