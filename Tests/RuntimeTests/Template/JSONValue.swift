import EtudeDocuments

/// A JSON value, and what a frontmatter is to a JSON Schema.
indirect enum JSONValue: Hashable, Decodable {
    case null
    case boolean(Bool)
    case number(Double)
    case text(String)
    case list([JSONValue])
    case object([String: JSONValue])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .boolean(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .text(value)
        } else if let value = try? container.decode([JSONValue].self) {
            self = .list(value)
        } else {
            self = .object(try container.decode([String: JSONValue].self))
        }
    }

    /// The frontmatter of a document, by the core schema of YAML 1.2.
    init(frontmatterOf document: Document) {
        let fields = document.fields.map { ($0.key, JSONValue($0.value)) }
        self = .object(Dictionary(fields) { first, _ in first })
    }

    private init(_ value: Field.Value) {
        switch value {
        case .empty: self = .null
        case .scalar(let scalar): self = JSONValue(scalar)
        case .list(let items): self = .list(items.map(JSONValue.init))
        }
    }

    private init(_ scalar: Scalar) {
        switch scalar.type {
        case .string: self = .text(scalar.text)
        case .integer, .decimal: self = scalar.decimal.map(JSONValue.number) ?? .null
        case .boolean: self = scalar.boolean.map(JSONValue.boolean) ?? .null
        case .null: self = .null
        }
    }

    /// The value of a key; nil for another value than an object.
    subscript(key: String) -> JSONValue? {
        if case .object(let members) = self { members[key] } else { nil }
    }
}
