import EtudeDocuments
import Yams

/// What Yams reads in a frontmatter, in the words of `Meaning`.
///
/// Yams reads YAML 1.1. The oracle gives it the rules of the YAML 1.2 core schema for the types of
/// plain scalars, as section 10.3.2 of the specification states them. Under YAML 1.1 these differ:
/// `yes`, `no`, `on`, `off` are booleans; `017` and `0b1` are integers and `0o17` is text; `1_000`
/// and `12:30` are numbers; dates are timestamps; `<<` and `=` have types of their own.
struct YamsOracle {
    private let resolver: Resolver

    init() throws {
        resolver = try Resolver.basic
            .appending(.null, "^(?:null|Null|NULL|~|)$")
            .appending(.bool, "^(?:true|True|TRUE|false|False|FALSE)$")
            .appending(.int, "^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$")
            .appending(
                .float,
                "^(?:[-+]?(?:\\.[0-9]+|[0-9]+(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
                    + "|[-+]?(?:\\.inf|\\.Inf|\\.INF)|\\.nan|\\.NaN|\\.NAN)$")
    }

    /// Reads the lines of a frontmatter.
    func meanings(of frontmatter: String) throws -> [Meaning] {
        guard let root = try Yams.compose(yaml: frontmatter, resolver) else { return [] }
        guard case .mapping(let mapping) = root else { return [Meaning("no map")] }
        return mapping.map { key, value in
            Meaning("\(key.string ?? "no text") = \(written(value))")
        }
    }

    private func written(_ node: Node) -> String {
        switch node {
        case .scalar(let scalar):
            let type = typeName(resolver.resolveTag(of: node))
            return type == "null" ? "null " : "\(type) \(scalar.string.debugDescription)"
        case .sequence(let items): return "[\(items.map(written).joined(separator: ", "))]"
        default: return "neither scalar nor list"
        }
    }

    private func typeName(_ tag: Tag.Name) -> String {
        switch tag {
        case .str: "string"
        case .int: "integer"
        case .float: "decimal"
        case .bool: "boolean"
        case .null: "null"
        default: tag.rawValue
        }
    }
}
