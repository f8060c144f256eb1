/// The text of git's settings, of which libgit2 takes more than git does.
enum ConfigurationText {
    /// Returns what git would not accept, as the end of a sentence; nil for nothing of that kind.
    static func fault(in bytes: [UInt8]) -> String? {
        if bytes.contains(where: GitFolders.isControl) { return "holds a control character" }
        var reader = Reader()
        for byte in bytes + [Reader.newline] {
            if let fact = reader.fault(with: byte) { return "\(fact) in line \(reader.line)" }
        }
        return nil
    }

    /// Follows quotes, escapes and comments from byte to byte.
    private struct Reader {
        var line = 1
        private var (isQuoted, isEscaped, isComment, isHeader) = (false, false, false, false)

        static let newline = UInt8(ascii: "\n")
        private static let backslash = UInt8(ascii: "\\")
        private static let escapes = "ntb\"\\\n".utf8

        mutating func fault(with byte: UInt8) -> String? {
            if isEscaped {
                isEscaped = false
                guard isHeader || Self.escapes.contains(byte) else {
                    return "has an unknown escape"
                }
                if byte == Self.newline { line += 1 }
                return nil
            }
            if byte == Self.newline {
                if isQuoted { return "leaves a quotation open" }
                (isComment, isHeader) = (false, false)
                line += 1
                return nil
            }
            guard !isComment else { return nil }
            switch byte {
            case Self.backslash: isEscaped = true
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: "#") where !isQuoted, UInt8(ascii: ";") where !isQuoted:
                isComment = true
            case UInt8(ascii: "[") where !isQuoted: isHeader = true
            case UInt8(ascii: "]") where !isQuoted: isHeader = false
            default: break
            }
            return nil
        }
    }
}
