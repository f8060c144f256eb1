extension Document {
    /// Replaces a field's value as its way of writing asks for.
    func replacingValue(of field: Field, by value: FieldValue) throws(DocumentProblem) -> Document {
        switch field.value {
        case .empty:
            return try replacing(field.valueRange, by: " " + FieldWriter.inline(value))
        case .scalar(let scalar) where scalar.style == .literal || scalar.style == .folded:
            return try replacingBlockScalar(scalar, by: value)
        case .scalar(let scalar):
            return try replacingInline(field, by: FieldWriter.inline(value, style: scalar.style))
        case .list(let items):
            if bytes[field.valueRange.lowerBound] == ASCII.openBracket {
                return try replacingInline(field, by: FieldWriter.inline(value))
            }
            if case .list(let texts) = value, !texts.isEmpty {
                return try replacingItems(items, of: field, by: texts)
            }
            return try replacingInline(field, by: FieldWriter.inline(value))
        }
    }

    /// Puts one line in the place of a value, on the key's line unless a comment stands between.
    private func replacingInline(
        _ field: Field, by text: String
    ) throws(DocumentProblem) -> Document {
        let range = field.valueRange
        let gap = bytes[field.colonEnd..<range.lowerBound]
        if gap.contains(ASCII.newline), !gap.contains(ASCII.hash) {
            return try replacing(field.colonEnd..<range.upperBound, by: " " + text)
        }
        let isAtLineStart = gap.last == ASCII.newline
        return try replacing(range, by: isAtLineStart ? "  " + text : text)
    }

    /// Replaces the lines below `|` or `>` with their header, and keeps a comment after it.
    private func replacingBlockScalar(
        _ scalar: Scalar, by value: FieldValue
    ) throws(DocumentProblem) -> Document {
        let start = scalar.range.lowerBound
        let headerEnd = bytes[start...].firstIndex { $0 <= ASCII.space } ?? start
        let lineEnd = lineEnd(from: headerEnd)
        let comment = String(decoding: bytes[headerEnd..<lineEnd], as: UTF8.self)
        var text = FieldWriter.inline(value) + comment
        if case .text(let content) = value, let lines = LiteralText(content),
            let indentation = blockIndentation(from: lineEnd, upTo: scalar.range.upperBound)
        {
            text = lines.header + comment + newline
            text += lines.written(indentation: indentation, newline: newline)
        }
        return try replacing(start..<max(lineEnd, scalar.range.upperBound), by: text)
    }

    /// The fewest spaces before a line of a block scalar; nil if all its lines are blank.
    private func blockIndentation(from lineEnd: Int, upTo end: Int) -> String? {
        guard lineEnd < end else { return nil }
        let lines = bytes[lineEnd..<end].split { $0 < ASCII.space }
        let depths = lines.compactMap { line in
            line.firstIndex { $0 != ASCII.space }.map { $0 - line.startIndex }
        }
        return depths.min().map { String(repeating: " ", count: $0) }
    }

    /// Replaces the items after the first ones that stay, so that these keep their comments.
    private func replacingItems(
        _ items: [Scalar], of field: Field, by texts: [String]
    ) throws(DocumentProblem) -> Document {
        let dash = newline + indentation(at: field.valueRange.lowerBound) + "- "
        let kept = zip(items, texts).prefix { $0.type == .string && $0.text == $1 }.count
        let rest = texts.dropFirst(kept).map(FieldWriter.plainOrQuoted)
        guard kept > 0 else {
            return try replacing(field.valueRange, by: "- " + rest.joined(separator: dash))
        }
        let keptEnd = lineEnd(from: items[kept - 1].range.upperBound)
        let end = kept == items.count ? keptEnd : lineEnd(from: field.valueRange.upperBound)
        return try replacing(keptEnd..<end, by: rest.map { dash + $0 }.joined())
    }

    /// The spaces between the start of a line and the offset of its first other byte.
    private func indentation(at offset: Int) -> String {
        let count = bytes[..<offset].reversed().prefix { $0 == ASCII.space }.count
        return String(repeating: " ", count: count)
    }
}
