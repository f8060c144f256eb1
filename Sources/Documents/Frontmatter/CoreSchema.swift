/// Tells the type of a plain scalar as the YAML 1.2.2 core schema does (section 10.3.2).
enum CoreSchema {
    static func type(of range: Range<Int>, in bytes: [UInt8]) -> ScalarType {
        guard let first = range.first.map({ bytes[$0] }) else { return .null }
        switch first {
        case ASCII.zero...ASCII.nine, ASCII.plus, ASCII.dash, ASCII.dot:
            return numberType(of: bytes[range])
        case ASCII.tilde: return range.count == 1 ? .null : .string
        case UInt8(ascii: "t"), UInt8(ascii: "T"), UInt8(ascii: "f"), UInt8(ascii: "F"),
            UInt8(ascii: "n"), UInt8(ascii: "N"):
            return range.count > 5 ? .string : wordType(of: bytes[range])
        default: return .string
        }
    }

    /// Tells the type of a text as if it were a plain scalar.
    static func type(of text: String) -> ScalarType {
        let bytes = Array(text.utf8)
        return type(of: bytes.indices, in: bytes)
    }

    private static func wordType(of bytes: ArraySlice<UInt8>) -> ScalarType {
        switch String(decoding: bytes, as: UTF8.self) {
        case "true", "True", "TRUE", "false", "False", "FALSE": .boolean
        case "null", "Null", "NULL": .null
        default: .string
        }
    }

    private static func numberType(of bytes: ArraySlice<UInt8>) -> ScalarType {
        if isPrefixedInteger(bytes) { return .integer }
        var rest = bytes
        if let sign = rest.first, sign == ASCII.plus || sign == ASCII.dash { rest.removeFirst() }
        if rest.first == ASCII.dot, isInfinity(rest) || isNotANumber(bytes) { return .decimal }
        let whole = removeDigits(from: &rest)
        if rest.isEmpty { return whole > 0 ? .integer : .string }
        var fraction = 0
        if rest.first == ASCII.dot {
            rest.removeFirst()
            fraction = removeDigits(from: &rest)
        }
        guard whole + fraction > 0 else { return .string }
        return rest.isEmpty || isExponent(rest) ? .decimal : .string
    }

    private static func isPrefixedInteger(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.count > 2, bytes.first == ASCII.zero else { return false }
        let digits = bytes.dropFirst(2)
        switch bytes[bytes.startIndex + 1] {
        case UInt8(ascii: "x"): return digits.allSatisfy { ASCII.hexadecimalValue($0) != nil }
        case UInt8(ascii: "o"): return digits.allSatisfy { $0 >= ASCII.zero && $0 < 0x38 }
        default: return false
        }
    }

    private static func isExponent(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.first == UInt8(ascii: "e") || bytes.first == UInt8(ascii: "E") else {
            return false
        }
        var rest = bytes.dropFirst()
        if let sign = rest.first, sign == ASCII.plus || sign == ASCII.dash { rest.removeFirst() }
        return removeDigits(from: &rest) > 0 && rest.isEmpty
    }

    private static func isInfinity(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.elementsEqual(".inf".utf8) || bytes.elementsEqual(".Inf".utf8)
            || bytes.elementsEqual(".INF".utf8)
    }

    private static func isNotANumber(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.elementsEqual(".nan".utf8) || bytes.elementsEqual(".NaN".utf8)
            || bytes.elementsEqual(".NAN".utf8)
    }

    /// Removes the digits a slice starts with, and returns how many there were.
    private static func removeDigits(from bytes: inout ArraySlice<UInt8>) -> Int {
        let count = bytes.prefix(while: ASCII.isDigit).count
        bytes = bytes.dropFirst(count)
        return count
    }
}
