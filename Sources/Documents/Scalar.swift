/// A single value of the frontmatter as it is written and what it means.
public struct Scalar: Hashable, Sendable {
    /// What the source says once quotes, escapes and folded lines are resolved.
    public let text: String

    /// How it is written.
    public let style: Style

    /// What it is to the YAML 1.2 core schema; a quoted or block text is always a string.
    public let type: ScalarType

    /// The bytes it is written with, quotes and block header included; empty for nothing.
    public let range: Range<Int>

    /// How a scalar is written.
    public enum Style: Hashable, Sendable {
        /// Without quotes.
        case plain
        /// In `'…'`.
        case singleQuoted
        /// In `"…"`.
        case doubleQuoted
        /// As lines after `|`.
        case literal
        /// As lines after `>`, joined by spaces.
        case folded
    }
}

/// The types of the YAML 1.2 core schema.
public enum ScalarType: Hashable, Sendable {
    /// Any text that is none of the others.
    case string
    /// A whole number: decimal, `0o17` or `0x1F`.
    case integer
    /// A number with a point or an exponent, `.inf` or `.nan`.
    case decimal
    /// `true` or `false`.
    case boolean
    /// `null`, `~` or nothing.
    case null
}

extension Scalar {
    /// The whole number, nil for any other type and for one that does not fit.
    public var integer: Int? {
        guard type == .integer else { return nil }
        if text.hasPrefix("0x") { return Int(text.dropFirst(2), radix: 16) }
        if text.hasPrefix("0o") { return Int(text.dropFirst(2), radix: 8) }
        return Int(text)
    }

    /// The number, whole or not; nil for any other type.
    public var decimal: Double? {
        switch type {
        case .integer: integer.map { Double($0) } ?? Double(text)
        case .decimal: special ?? Double(text)
        default: nil
        }
    }

    /// The truth value; nil for any other type.
    public var boolean: Bool? {
        guard type == .boolean else { return nil }
        return text.lowercased() == "true"
    }

    /// The value of `.inf` and `.nan`, nil for any other number.
    private var special: Double? {
        switch text.lowercased() {
        case ".inf", "+.inf": .infinity
        case "-.inf": -.infinity
        case ".nan": .nan
        default: nil
        }
    }
}
