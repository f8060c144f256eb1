extension FrontmatterScanner {
    /// Reads the lines with dashes from the line at the position, all at one indentation.
    mutating func scanBlockList(
        indentation: Int
    ) throws(DocumentProblem) -> (Field.Value, Range<Int>) {
        let start = position + indentation
        var items: [Scalar] = []
        var next: Int? = indentation
        while next == indentation, isListItem(at: position + indentation) {
            position += indentation + 1
            items.append(try scanItem(indentation: indentation))
            next = skipToContent()
        }
        if let next, next > indentation { throw problemOnLine(.badIndentation) }
        return (.list(items), start..<(items.last?.range.upperBound ?? start))
    }

    /// Reads what follows a dash, on its line or below.
    private mutating func scanItem(indentation: Int) throws(DocumentProblem) -> Scalar {
        let dashEnd = position
        skipSpaces()
        if !isAtLineEndOrComment {
            return try scanScalar(.item, parentIndentation: indentation)
        }
        skipLine()
        if let next = skipToContent(), next > indentation {
            position += next
            return try scanScalar(.item, parentIndentation: indentation)
        }
        return Scalar(text: "", style: .plain, type: .null, range: dashEnd..<dashEnd)
    }
}
