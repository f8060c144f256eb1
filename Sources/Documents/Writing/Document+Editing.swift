extension Document {
    /// Returns the document with changes made one after the other; all other bytes stay.
    ///
    /// A set value takes the place of the old one and keeps its quotes; spacing, a comment on the
    /// line and the style of a list stay. Setting a value that the field has changes nothing. A new
    /// key is added before the closing `---` line. Removing a key takes the comments on its lines,
    /// and indented ones right below, along. A new body is written as given.
    ///
    /// - Throws: The problem that the changed file would have, with its place there; a bad key has
    ///   the place where it would stand.
    public func applying(_ edits: [FieldEdit]) throws(DocumentProblem) -> Document {
        var document = self
        for edit in edits {
            document = try document.applying(edit)
        }
        return document
    }

    private func applying(_ edit: FieldEdit) throws(DocumentProblem) -> Document {
        switch edit {
        case .set(let key, let value):
            guard let field = field(key) else { return try adding(key, value) }
            return try value.isEqual(to: field.value) ? self : replacingValue(of: field, by: value)
        case .remove(let key):
            guard let field = field(key) else { return self }
            return try replacing(lines(of: field), by: "")
        case .replaceBody(let body):
            let isOpen = bounds.bodyStart == bytes.count && bytes.last != ASCII.newline
            let separator = isOpen && !body.isEmpty ? newline : ""
            let document = try replacing(bodyRange, by: separator + body)
            try document.refuseForbiddenBody()
            return document
        }
    }

    private func adding(_ key: String, _ value: FieldValue) throws(DocumentProblem) -> Document {
        let end = bounds.content.upperBound
        try Self.checkKey(key, at: end, in: bytes)
        let layout = FieldWriter.layout(value, newline: newline)
        return try replacing(end..<end, by: key + ":" + layout + newline)
    }

    /// Parses the file with one range replaced.
    func replacing(_ range: Range<Int>, by text: String) throws(DocumentProblem) -> Document {
        var bytes = bytes
        bytes.replaceSubrange(range, with: text.utf8)
        return try Document(parsing: bytes)
    }

    /// The line ending of the frontmatter's first line.
    var newline: String {
        bytes[bounds.content.lowerBound - 2] == ASCII.carriageReturn ? "\r\n" : "\n"
    }

    /// The offset of the line ending at or after an offset in the frontmatter.
    func lineEnd(from offset: Int) -> Int {
        var cursor = offset
        while bytes[cursor] != ASCII.newline { cursor += 1 }
        return bytes[cursor - 1] == ASCII.carriageReturn && cursor > offset ? cursor - 1 : cursor
    }

    /// The lines of a field, with indented comments and lines of spaces right below.
    ///
    /// Such lines would become text of a block scalar that stands above the field.
    private func lines(of field: Field) -> Range<Int> {
        var end = nextLine(from: field.valueRange.upperBound)
        var cursor = end
        while cursor < bounds.content.upperBound {
            let first = bytes[cursor...].firstIndex { $0 != ASCII.space } ?? cursor
            let isBlank = bytes[first] == ASCII.newline || bytes[first] == ASCII.carriageReturn
            let isIndented = first > cursor
            guard isBlank || (isIndented && bytes[first] == ASCII.hash) else { break }
            cursor = nextLine(from: first)
            if isIndented { end = cursor }
        }
        return field.keyRange.lowerBound..<end
    }

    private func nextLine(from offset: Int) -> Int {
        (bytes[offset...].firstIndex(of: ASCII.newline) ?? offset) + 1
    }
}

extension FieldValue {
    /// Tells whether a field says this already; a number is compared as it would be written.
    fileprivate func isEqual(to value: Field.Value) -> Bool {
        switch (self, value) {
        case (.text(let text), .scalar(let scalar)):
            scalar.type == .string && scalar.text == text
        case (.integer, .scalar(let scalar)): scalar.type == .integer && scalar.text == written
        case (.decimal, .scalar(let scalar)): scalar.type == .decimal && scalar.text == written
        case (.boolean, .scalar(let scalar)): scalar.type == .boolean && scalar.text == written
        case (.list(let texts), .list(let items)):
            texts == items.map(\.text) && items.allSatisfy { $0.type == .string }
        default: false
        }
    }

    private var written: String {
        FieldWriter.inline(self)
    }
}
