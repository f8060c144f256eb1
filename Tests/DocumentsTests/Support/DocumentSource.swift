import EtudeDocuments

extension Document {
    /// Parses the lines of a frontmatter, without its `---` lines, and no body.
    init(frontmatter: String) throws(DocumentProblem) {
        try self.init(text: "---\n" + frontmatter + "---\n")
    }

    /// Parses a file.
    init(text: String) throws(DocumentProblem) {
        try self.init(parsing: Array(text.utf8))
    }

    /// The file as text.
    var text: String {
        String(decoding: bytes, as: UTF8.self)
    }

    /// The lines between the two `---` lines.
    var frontmatter: String {
        let lines = bytes[..<bodyRange.lowerBound].split(
            separator: 0x0A, omittingEmptySubsequences: false)
        let isEnded = lines.last?.isEmpty == true
        let content = lines.dropFirst().dropLast(isEnded ? 2 : 1)
        return content.map { String(decoding: $0, as: UTF8.self) + "\n" }.joined()
    }

    /// The text of a scalar field; nil for a list, nothing or an absent key.
    func scalarText(_ key: String) -> String? {
        guard case .scalar(let scalar) = field(key)?.value else { return nil }
        return scalar.text
    }

    /// The texts of a list field; nil for anything else.
    func listTexts(_ key: String) -> [String]? {
        guard case .list(let items) = field(key)?.value else { return nil }
        return items.map(\.text)
    }
}

/// What a field means, without how and where it is written.
struct Meaning: Hashable, CustomStringConvertible {
    let description: String

    init(_ field: Field) {
        switch field.value {
        case .scalar(let scalar): description = "\(field.key) = \(Self.written(scalar))"
        case .list(let items):
            description = "\(field.key) = [\(items.map(Self.written).joined(separator: ", "))]"
        case .empty: description = "\(field.key) = null "
        }
    }

    init(_ description: String) {
        self.description = description
    }

    private static func written(_ scalar: Scalar) -> String {
        "\(scalar.type) \(scalar.text.debugDescription)".replacingNull()
    }
}

extension String {
    /// Leaves the type alone for nulls, however they are written.
    fileprivate func replacingNull() -> String {
        hasPrefix("null ") ? "null " : self
    }
}
