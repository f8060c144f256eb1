/// Finds where a text stops being JSON (RFC 8259); Foundation's decoder does not tell.
struct JSONMistake {
    private let bytes: [UInt8]
    private var position = 0
    private var depth = 0
    /// As deep as Foundation's decoder goes.
    private static let deepest = 512

    /// The number of the first byte that cannot stand there, one past the last where the text ends
    /// too early; nil where nothing is wrong.
    static func offset(in bytes: [UInt8]) -> Int? {
        var mistake = JSONMistake(bytes: bytes)
        mistake.skipSpace()
        guard mistake.value() else { return mistake.position }
        mistake.skipSpace()
        return mistake.position < bytes.count ? mistake.position : nil
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func take(_ byte: Character) -> Bool {
        guard next == byte.asciiValue else { return false }
        position += 1
        return true
    }

    private mutating func skipSpace() {
        while let next, " \t\r\n".utf8.contains(next) { position += 1 }
    }

    /// Moves past a value; false, at the mistake, where there is none.
    private mutating func value() -> Bool {
        switch next {
        case UInt8(ascii: "{"):
            return list(from: "{", to: "}") { $0.string() && $0.colon() && $0.value() }
        case UInt8(ascii: "["): return list(from: "[", to: "]") { $0.value() }
        case UInt8(ascii: "\""): return string()
        case UInt8(ascii: "t"): return "true".allSatisfy { take($0) }
        case UInt8(ascii: "f"): return "false".allSatisfy { take($0) }
        case UInt8(ascii: "n"): return "null".allSatisfy { take($0) }
        default: return number()
        }
    }

    private mutating func list(
        from start: Character, to end: Character, _ item: (inout JSONMistake) -> Bool
    ) -> Bool {
        guard depth < Self.deepest, take(start) else { return false }
        depth += 1
        defer { depth -= 1 }
        skipSpace()
        if take(end) { return true }
        while true {
            guard item(&self) else { return false }
            skipSpace()
            if take(end) { return true }
            guard take(",") else { return false }
            skipSpace()
        }
    }

    private mutating func colon() -> Bool {
        skipSpace()
        guard take(":") else { return false }
        skipSpace()
        return true
    }

    private mutating func string() -> Bool {
        guard take("\"") else { return false }
        while let byte = next, byte >= 0x20 {
            if take("\"") { return true }
            guard take("\\") else {
                position += 1
                continue
            }
            guard escape() else { return false }
        }
        return false
    }

    private mutating func escape() -> Bool {
        guard take("u") else {
            guard let next, "\"\\/bfnrt".utf8.contains(next) else { return false }
            position += 1
            return true
        }
        for _ in 0..<4 {
            guard let next, Character(Unicode.Scalar(next)).isHexDigit else { return false }
            position += 1
        }
        return true
    }

    private mutating func number() -> Bool {
        _ = take("-")
        if !take("0") { guard digits() else { return false } }
        if take(".") { guard digits() else { return false } }
        guard take("e") || take("E") else { return true }
        _ = take("+") || take("-")
        return digits()
    }

    private mutating func digits() -> Bool {
        let start = position
        while let next, (0x30...0x39).contains(next) { position += 1 }
        return position > start
    }
}
