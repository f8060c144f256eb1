extension FrontmatterScanner {
    /// Reads a key with its colon, and stops after the colon.
    mutating func scanKey() throws(DocumentProblem) -> Range<Int> {
        let start = position
        var cursor = start
        while Self.isKeyByte(bytes[cursor]) { cursor += 1 }
        let keyEnd = cursor
        cursor = firstNonSpace(from: cursor)
        guard keyEnd > start, ASCII.isLowerLetter(bytes[start]),
            bytes[cursor] == ASCII.colon, cursor - start <= Self.keyLimit
        else { throw keyProblem() }
        let key = start..<keyEnd
        guard isBlank(at: cursor + 1) else {
            throw problem(.missingSpace(key: text(key)), start..<cursor + 1)
        }
        if key.count <= Self.reservedLimit, Self.isReserved(text(key)) {
            throw problem(.reservedKey(text(key)), key)
        }
        position = cursor + 1
        return key
    }

    /// Tells whether a text is a key that the scanner accepts.
    static func isKey(_ text: String) -> Bool {
        guard let first = text.utf8.first, ASCII.isLowerLetter(first) else { return false }
        return text.utf8.count <= keyLimit && text.utf8.allSatisfy(isKeyByte) && !isReserved(text)
    }

    /// The most bytes of a reserved key.
    private static let reservedLimit = 5

    private static func isKeyByte(_ byte: UInt8) -> Bool {
        ASCII.isLowerLetter(byte) || ASCII.isDigit(byte) || byte == ASCII.dash
    }

    /// Tells whether YAML 1.1 or 1.2 reads a key as something other than text.
    private static func isReserved(_ key: String) -> Bool {
        switch key {
        case "true", "false", "null", "yes", "no", "on", "off", "y", "n": true
        default: false
        }
    }

    /// Says why the line at the position does not start with a key.
    private func keyProblem() -> DocumentProblem {
        let lineEnd = textEnd(from: position)
        if isListItem(at: position) { return problem(.listWithoutKey, position..<lineEnd) }
        if text(position..<lineEnd) == "..." { return problem(.documentEnd, position..<lineEnd) }
        guard let colon = bytes[position..<lineEnd].firstIndex(of: ASCII.colon) else {
            return problem(.missingColon, position..<lineEnd)
        }
        return problem(.badKey(text(position..<colon)), position..<max(colon, position + 1))
    }
}
