/// A value to be written to the frontmatter.
public enum FieldValue: Hashable, Sendable {
    /// Text, which is a string to every YAML reader: it is quoted where it could be anything else.
    case text(String)
    /// A whole number.
    case integer(Int)
    /// A number, written with a point; also `.inf`, `-.inf` and `.nan`.
    case decimal(Double)
    /// `true` or `false`.
    case boolean(Bool)
    /// Texts, each a string to every YAML reader.
    case list([String])
}
