/// A source line, safe to print on a terminal, with the part to mark under it.
public struct Excerpt: Hashable, Sendable {
    /// The line without its ending; controls, tabs and other forbidden characters are `\u{…}`.
    public let text: String

    /// The scalars of `text` to mark, from 0; at least one, and at most one past the text's end.
    public let marker: Range<Int>

    /// Cuts the line of a place out of a source text.
    ///
    /// - Parameters:
    ///   - place: A place in `bytes`; a line past the end gives an empty text.
    ///   - bytes: The text, which need not be valid UTF-8: what is not becomes U+FFFD.
    public init(of place: Place, in bytes: [UInt8]) {
        var text = ""
        var count = 0
        var start: Int?
        var end: Int?
        for (index, scalar) in Self.line(place.line, of: bytes).unicodeScalars.enumerated() {
            if index == place.column - 1 { start = count }
            if index == place.column - 1 + place.length { end = count }
            let piece = Self.printable(scalar)
            count += piece.unicodeScalars.count
            text += piece
        }
        let lower = start ?? count
        self.text = text
        self.marker = lower..<max(lower + 1, end ?? count)
    }

    /// Returns a line by its number from 1, without its ending; empty past the end.
    static func line(_ number: Int, of bytes: [UInt8]) -> String {
        var start = 0
        for _ in 1..<max(1, number) {
            guard let ending = bytes[start...].firstIndex(of: ASCII.newline) else { return "" }
            start = ending + 1
        }
        var end = bytes[start...].firstIndex(of: ASCII.newline) ?? bytes.count
        if end > start, bytes[end - 1] == ASCII.carriageReturn { end -= 1 }
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    private static func printable(_ scalar: Unicode.Scalar) -> String {
        guard scalar == "\t" || CharacterRules.isForbidden(scalar) else { return String(scalar) }
        return CharacterRules.escape(of: scalar)
    }
}
