/// Finds secrets in text by what they begin with, without regular expressions.
///
/// One pass over the bytes; the cost of a byte is bounded. Examples and placeholders pass: a secret
/// has to look drawn at random.
public enum SecretScanner {
    /// A secret's kind and place; never its value.
    public struct Finding: Hashable, Sendable {
        /// The kind.
        public let kind: SecretKind
        /// Where it stands, in bytes of UTF-8.
        public let range: Range<Int>
    }

    /// The secrets in `text`, in order, none overlapping another.
    public static func findings(in text: String) -> [Finding] {
        let bytes = Array(text.utf8)
        var findings: [Finding] = []
        var position = 0
        while position < bytes.count {
            let finding = finding(in: bytes, at: position)
            guard let finding, finding.range.lowerBound >= (findings.last?.range.upperBound ?? 0)
            else {
                position += 1
                continue
            }
            findings.append(finding)
            position = max(position + 1, finding.range.upperBound)
        }
        return findings
    }

    /// `text` with each secret replaced by `[redacted: KIND]`.
    public static func redacted(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var kept: [UInt8] = []
        var position = 0
        for finding in findings(in: text) {
            kept += bytes[position..<finding.range.lowerBound]
            kept += Array("[redacted: \(finding.kind.rawValue)]".utf8)
            position = finding.range.upperBound
        }
        return String(decoding: kept + bytes[position...], as: UTF8.self)
    }

    private static func finding(in bytes: [UInt8], at position: Int) -> Finding? {
        token(in: bytes, at: position) ?? credentials(in: bytes, at: position)
    }

    private static func token(in bytes: [UInt8], at position: Int) -> Finding? {
        let shapes = TokenShape.byFirstByte[Int(bytes[position])]
        guard !shapes.isEmpty, isBoundary(in: bytes, before: position) else { return nil }
        for shape in shapes {
            if let end = shape.end(in: bytes, from: position) {
                return Finding(kind: shape.kind, range: position..<end)
            }
        }
        return nil
    }

    /// Whether a word can begin here: after no letter or digit, save that of an escape, `\n` or `%3D`.
    static func isBoundary(in bytes: [UInt8], before position: Int) -> Bool {
        guard position > 0, Alphabet.isLetterOrDigit(bytes[position - 1]) else { return true }
        if position > 1, bytes[position - 2] == UInt8(ascii: "\\") { return true }
        return position > 2 && bytes[position - 3] == UInt8(ascii: "%")
    }
}
