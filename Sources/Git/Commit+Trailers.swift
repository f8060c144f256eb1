extension Commit {
    /// Returns the values of the trailer `key`, in order; the case of `key` does not matter.
    ///
    /// Trailers are the `Key: value` lines of the message's last paragraph, when that paragraph
    /// holds nothing else and is not the subject. A line that starts with a space continues the
    /// value before it.
    public func values(ofTrailer key: String) -> [String] {
        trailers.filter { $0.key.lowercased() == key.lowercased() }.map(\.value)
    }

    private var trailers: [(key: String, value: String)] {
        let lines = message.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        let paragraphs = lines.split { $0.allSatisfy(\.isWhitespace) }
        guard paragraphs.count > 1, let last = paragraphs.last else { return [] }
        var trailers: [(key: String, value: String)] = []
        for line in last {
            if let trailer = Self.trailer(line) {
                trailers.append(trailer)
            } else if line.first?.isWhitespace == true, !trailers.isEmpty {
                trailers[trailers.count - 1].value += " " + Self.trimmed(line)
            } else {
                return []
            }
        }
        return trailers
    }

    private static func trailer(_ line: Substring) -> (key: String, value: String)? {
        guard let colon = line.firstIndex(of: ":"), colon != line.startIndex else { return nil }
        let key = line[..<colon]
        guard key.utf8.allSatisfy(isKeyByte) else { return nil }
        return (String(key), trimmed(line[line.index(after: colon)...]))
    }

    private static func isKeyByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
            true
        default: false
        }
    }

    private static func trimmed(_ text: Substring) -> String {
        let start = text.drop { $0.isWhitespace }
        guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...last])
    }
}
