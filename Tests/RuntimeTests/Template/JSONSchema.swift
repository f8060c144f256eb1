import Foundation

/// A checker for the keywords of JSON Schema that the schemas of a memory use.
struct JSONSchema {
    private let rules: [String: JSONValue]

    /// What a schema must not hold here.
    struct UnknownKeyword: Error, Hashable {
        let keyword: String
    }

    /// Words about a schema, which check nothing.
    private static let annotations: Set = [
        "$schema", "$id", "title", "description", "default", "format",
    ]

    private static let checks: Set = [
        "type", "const", "enum", "pattern", "minLength", "minimum", "maximum", "minItems", "items",
        "required", "properties", "additionalProperties",
    ]

    /// Takes a schema; throws at a keyword that it would not check.
    init(_ schema: JSONValue) throws {
        guard case .object(let rules) = schema else {
            throw UnknownKeyword(keyword: "not an object")
        }
        for keyword in rules.keys
        where !Self.annotations.contains(keyword) && !Self.checks.contains(keyword) {
            throw UnknownKeyword(keyword: keyword)
        }
        if let open = rules["additionalProperties"], open != .boolean(true) {
            throw UnknownKeyword(keyword: "additionalProperties: false")
        }
        if case .object(let members)? = rules["properties"] {
            for member in members.values { _ = try JSONSchema(member) }
        }
        if let items = rules["items"] { _ = try JSONSchema(items) }
        self.rules = rules
    }

    /// Takes the text of a schema.
    init(text: String) throws {
        try self.init(JSONDecoder().decode(JSONValue.self, from: Data(text.utf8)))
    }

    /// The schema of each named property.
    var properties: [String: JSONSchema] {
        guard case .object(let members)? = rules["properties"] else { return [:] }
        return members.compactMapValues { try? JSONSchema($0) }
    }

    /// What `default` says.
    var fallback: JSONValue? { rules["default"] }

    /// What is wrong with `value`, each with its place, such as `cues[0]: pattern`.
    func problems(in value: JSONValue, at place: String = "") throws -> [String] {
        let failed = try rules.keys.sorted().filter { try !holds($0, for: value) }
        return failed.map { "\(place): \($0)" } + (try problemsWithin(value, at: place))
    }

    private func problemsWithin(_ value: JSONValue, at place: String) throws -> [String] {
        switch value {
        case .list(let values):
            guard let items = rules["items"] else { return [] }
            let schema = try JSONSchema(items)
            return try values.enumerated().flatMap {
                try schema.problems(in: $0.element, at: "\(place)[\($0.offset)]")
            }
        case .object(let members):
            return try properties.sorted { $0.key < $1.key }.flatMap { key, schema in
                try members[key].map { try schema.problems(in: $0, at: place + key) } ?? []
            }
        default: return []
        }
    }

    private func holds(_ keyword: String, for value: JSONValue) throws -> Bool {
        switch (keyword, rules[keyword], value) {
        case ("type", .text(let name)?, _): Self.isOfType(value, name)
        case ("type", .list(let names)?, _):
            names.contains {
                if case .text(let name) = $0 { Self.isOfType(value, name) } else { false }
            }
        case ("const", let expected?, _): value == expected
        case ("enum", .list(let allowed)?, _): allowed.contains(value)
        case ("pattern", .text(let pattern)?, .text(let text)): text.contains(try Regex(pattern))
        case ("minLength", .number(let least)?, .text(let text)):
            Double(text.unicodeScalars.count) >= least
        case ("minimum", .number(let least)?, .number(let number)): number >= least
        case ("maximum", .number(let most)?, .number(let number)): number <= most
        case ("minItems", .number(let least)?, .list(let values)): Double(values.count) >= least
        case ("required", .list(let keys)?, .object(let members)):
            keys.allSatisfy { if case .text(let key) = $0 { members[key] != nil } else { false } }
        default: true
        }
    }

    private static func isOfType(_ value: JSONValue, _ name: String) -> Bool {
        switch (name, value) {
        case ("null", .null), ("boolean", .boolean), ("number", .number), ("string", .text),
            ("array", .list), ("object", .object):
            true
        case ("integer", .number(let number)): number == number.rounded()
        default: false
        }
    }
}
