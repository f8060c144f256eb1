/// Blanks out comments and texts, so that what is left of a file is code; lines stay where they are.
struct CodeScanner {
    private let bytes: [UInt8]
    private var place = 0
    private var code: [UInt8] = []

    /// What is left of `text`; an interpolation inside a text is code.
    static func code(of text: String) -> String {
        var scanner = CodeScanner(bytes: Array(text.utf8))
        scanner.scanCode(isInterpolation: false)
        return String(decoding: scanner.code, as: UTF8.self)
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    /// Goes to the end, or past the parenthesis that closes an interpolation.
    private mutating func scanCode(isInterpolation: Bool) {
        var depth = 0
        while place < bytes.count {
            switch bytes[place] {
            case UInt8(ascii: "/") where begins("//"): scanLineComment()
            case UInt8(ascii: "/") where begins("/*"): scanBlockComment()
            case UInt8(ascii: "#"), UInt8(ascii: "\""):
                if let hashes = hashesBeforeText { scanText(hashes: hashes) } else { keep() }
            case UInt8(ascii: "("):
                depth += 1
                keep()
            case UInt8(ascii: ")"):
                depth -= 1
                keep()
                if isInterpolation, depth < 0 { return }
            default: keep()
            }
        }
    }

    private mutating func scanLineComment() {
        while place < bytes.count, bytes[place] != UInt8(ascii: "\n") { blank(1) }
    }

    private mutating func scanBlockComment() {
        var depth = 0
        repeat {
            if begins("/*") {
                depth += 1
                blank(2)
            } else if begins("*/") {
                depth -= 1
                blank(2)
            } else {
                blank(1)
            }
        } while depth > 0 && place < bytes.count
    }

    private mutating func scanText(hashes: String) {
        blank(hashes.utf8.count)
        let quotes = begins("\"\"\"") ? "\"\"\"" : "\""
        blank(quotes.utf8.count)
        while place < bytes.count {
            if bytes[place] == UInt8(ascii: "\""), begins(quotes + hashes) { break }
            guard bytes[place] == UInt8(ascii: "\\"), begins("\\\(hashes)") else {
                blank(1)
                continue
            }
            let isInterpolation = begins("\\\(hashes)(")
            blank(hashes.utf8.count + 2)
            if isInterpolation { scanCode(isInterpolation: true) }
        }
        blank(quotes.utf8.count + hashes.utf8.count)
    }

    /// The number signs before a text that begins here; nil where none does.
    private var hashesBeforeText: String? {
        var end = place
        while end < bytes.count, bytes[end] == UInt8(ascii: "#") { end += 1 }
        guard end < bytes.count, bytes[end] == UInt8(ascii: "\"") else { return nil }
        return String(repeating: "#", count: end - place)
    }

    private func begins(_ mark: String) -> Bool {
        bytes[place...].starts(with: mark.utf8)
    }

    private mutating func keep() {
        code.append(bytes[place])
        place += 1
    }

    private mutating func blank(_ count: Int) {
        for byte in bytes[place..<min(place + count, bytes.count)] {
            code.append(byte == UInt8(ascii: "\n") ? byte : UInt8(ascii: " "))
        }
        place += count
    }
}
