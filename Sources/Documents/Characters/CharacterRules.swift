/// The characters that no file of a memory may hold, because a reader cannot see what they do.
///
/// Forbidden are control characters (C0 but tab and newline, DEL, C1), marks and overrides that
/// turn the direction of writing, characters without width, tag characters, line and paragraph
/// separators, the byte-order mark and the noncharacters U+FFFE and U+FFFF. A carriage return is
/// allowed before a newline only.
public enum CharacterRules {
    /// Tells whether a scalar is forbidden wherever it stands; a carriage return counts as forbidden.
    public static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        isForbidden(scalar.value)
    }

    /// Finds the first forbidden scalar of a text.
    ///
    /// - Returns: The scalar and how many scalars stand before it; nil for a clean text.
    public static func firstForbidden(
        in text: String
    ) -> (scalar: Unicode.Scalar, offset: Int)? {
        var isAfterCarriageReturn = false
        for (offset, scalar) in text.unicodeScalars.enumerated() {
            if isAfterCarriageReturn, scalar != "\n" { return ("\r", offset - 1) }
            isAfterCarriageReturn = scalar == "\r"
            if !isAfterCarriageReturn, isForbidden(scalar) { return (scalar, offset) }
        }
        guard isAfterCarriageReturn else { return nil }
        return ("\r", text.unicodeScalars.count - 1)
    }

    /// Returns a text with every forbidden scalar written as `\u{…}`, safe to print on a terminal.
    ///
    /// Tabs and newlines stay as they are; every carriage return is escaped.
    public static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            append(scalar, to: &result)
        }
        return result
    }

    /// Appends a scalar or, if it is forbidden, its escape.
    static func append(_ scalar: Unicode.Scalar, to text: inout String) {
        if isForbidden(scalar) {
            text += escape(of: scalar)
        } else {
            text.unicodeScalars.append(scalar)
        }
    }

    /// Returns a scalar as `\u{…}`, in lower-case hexadecimal digits.
    static func escape(of scalar: Unicode.Scalar) -> String {
        "\\u{" + String(scalar.value, radix: 16) + "}"
    }

    /// Tells whether the scalar of a value is forbidden.
    static func isForbidden(_ value: UInt32) -> Bool {
        if value < 0xA0 {
            return value < 0x20 ? value != 0x09 && value != 0x0A : value >= 0x7F
        }
        return switch value {
        case 0x061C, 0x180E, 0xFEFF, 0xFFFE, 0xFFFF: true
        case 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F: true
        case 0xE0000...0xE007F: true
        default: false
        }
    }
}
