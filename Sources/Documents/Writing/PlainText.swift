/// Tells which texts may stand without quotes and still be strings to every YAML reader.
///
/// Stricter than the YAML 1.2 core schema asks for: also what YAML 1.1 reads as a boolean, number,
/// date, merge or value, or could by a small change, is refused.
enum PlainText {
    /// Tells whether a text needs no quotes after a key or a dash.
    static func isSafe(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard let first = bytes.first, let last = bytes.last else { return false }
        guard !isIndicator(first), first != ASCII.space, last != ASCII.space, last != ASCII.colon
        else { return false }
        return !hasSeparator(bytes) && !hasControl(bytes) && !isTyped(text, bytes: bytes)
    }

    /// Tells whether a text needs no quotes inside brackets.
    static func isSafeInBrackets(_ text: String) -> Bool {
        isSafe(text)
            && !text.utf8.contains { $0 == ASCII.colon || FrontmatterScanner.isFlowIndicator($0) }
    }

    /// Tells whether a byte may not start plain text, or seldom can.
    private static func isIndicator(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x21...0x23, 0x25...0x27, 0x2A...0x2D, 0x3A, 0x3D...0x40, 0x5B, 0x5D, 0x60,
            0x7B...0x7E:
            true
        default: false
        }
    }

    private static func hasSeparator(_ bytes: [UInt8]) -> Bool {
        zip(bytes, bytes.dropFirst()).contains { byte, next in
            (byte == ASCII.colon && next == ASCII.space)
                || (byte == ASCII.space && next == ASCII.hash)
        }
    }

    private static func hasControl(_ bytes: [UInt8]) -> Bool {
        bytes.contains { $0 < ASCII.space }
    }

    private static func isTyped(_ text: String, bytes: [UInt8]) -> Bool {
        CoreSchema.type(of: bytes.indices, in: bytes) != .string || isWord(text) || isNumeric(bytes)
            || isDate(bytes)
    }

    private static func isWord(_ text: String) -> Bool {
        switch text.lowercased() {
        case "y", "n", "yes", "no", "on", "off", "true", "false", "null", "<<", ".inf", ".nan": true
        default: false
        }
    }

    /// Tells whether a text is made like a number of YAML 1.1: with underscores, colons, points,
    /// a prefix or an exponent.
    private static func isNumeric(_ bytes: [UInt8]) -> Bool {
        guard let first = bytes.first, ASCII.isDigit(first) || first == ASCII.dot else {
            return false
        }
        let prefix = bytes.dropFirst().first.map { $0 | 0x20 }
        if first == ASCII.zero, prefix == UInt8(ascii: "x") {
            return bytes.dropFirst(2).allSatisfy {
                ASCII.hexadecimalValue($0) != nil || $0 == UInt8(ascii: "_")
            }
        }
        let isPrefixed = first == ASCII.zero && (prefix == 0x62 || prefix == 0x6F)
        return bytes.dropFirst(isPrefixed ? 2 : 1).allSatisfy(isNumberByte)
    }

    private static func isNumberByte(_ byte: UInt8) -> Bool {
        switch byte {
        case ASCII.zero...ASCII.nine, ASCII.dot, ASCII.colon, ASCII.comma, ASCII.plus, ASCII.dash,
            UInt8(ascii: "_"), UInt8(ascii: "e"), UInt8(ascii: "E"):
            true
        default: false
        }
    }

    /// Tells whether a text starts like a date: four digits, a dash, a digit.
    private static func isDate(_ bytes: [UInt8]) -> Bool {
        bytes.count > 5 && bytes.prefix(4).allSatisfy(ASCII.isDigit) && bytes[4] == ASCII.dash
            && ASCII.isDigit(bytes[5])
    }
}
