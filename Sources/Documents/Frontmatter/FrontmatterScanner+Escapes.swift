extension FrontmatterScanner {
    /// Reads an escape of a double-quoted scalar.
    ///
    /// - Returns: The scalar it stands for, and the offset after it.
    func escape(
        at start: Int, upTo limit: Int
    ) throws(DocumentProblem) -> (scalar: Unicode.Scalar, end: Int) {
        let letter = bytes[start + 1]
        if let scalar = Self.namedEscape(letter) { return (scalar, start + 2) }
        let digits = Self.digitCount(letter)
        let escapeEnd = min(start + 2 + digits, limit)
        guard digits > 0, let scalar = numberedScalar(start + 2..<escapeEnd, digits: digits) else {
            let shown = min(characterEnd(from: escapeEnd, upTo: limit), textEnd(from: start))
            throw problem(.badEscape(text(start..<shown)), start..<shown)
        }
        return (scalar, escapeEnd)
    }

    private static func namedEscape(_ letter: UInt8) -> Unicode.Scalar? {
        switch letter {
        case UInt8(ascii: "0"): "\0"
        case UInt8(ascii: "a"): "\u{7}"
        case UInt8(ascii: "b"): "\u{8}"
        case UInt8(ascii: "t"): "\t"
        case UInt8(ascii: "n"): "\n"
        case UInt8(ascii: "v"): "\u{B}"
        case UInt8(ascii: "f"): "\u{C}"
        case UInt8(ascii: "r"): "\r"
        case UInt8(ascii: "e"): "\u{1B}"
        case UInt8(ascii: "N"): "\u{85}"
        case UInt8(ascii: "_"): "\u{A0}"
        case UInt8(ascii: "L"): "\u{2028}"
        case UInt8(ascii: "P"): "\u{2029}"
        case ASCII.space, ASCII.doubleQuote, ASCII.slash, ASCII.backslash: Unicode.Scalar(letter)
        default: nil
        }
    }

    private static func digitCount(_ letter: UInt8) -> Int {
        switch letter {
        case UInt8(ascii: "x"): 2
        case UInt8(ascii: "u"): 4
        case UInt8(ascii: "U"): 8
        default: 0
        }
    }

    private func numberedScalar(_ range: Range<Int>, digits: Int) -> Unicode.Scalar? {
        guard range.count == digits else { return nil }
        var value: UInt32 = 0
        for byte in bytes[range] {
            guard let digit = ASCII.hexadecimalValue(byte) else { return nil }
            value = value << 4 | digit
        }
        return Unicode.Scalar(value)
    }

    /// The end of the character that starts before an offset, which may cut it.
    private func characterEnd(from offset: Int, upTo limit: Int) -> Int {
        var cursor = offset
        while cursor < limit, bytes[cursor] & 0xC0 == 0x80 { cursor += 1 }
        return cursor
    }
}
