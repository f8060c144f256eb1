import Clibgit2

/// Who made a commit, and when.
public struct Signature: Hashable, Sendable {
    /// The name, free of control characters and angle brackets; "unknown" when there is none.
    public let name: String
    /// The address, cleaned like the name; may be empty.
    public let email: String
    /// Seconds since 1970-01-01 00:00 UTC; never negative.
    public let seconds: Int64
    /// The offset from UTC in minutes, positive to the east; less than a day.
    public let offsetInMinutes: Int

    /// Makes a signature that git accepts, whatever the text holds.
    ///
    /// Negative seconds count as zero; the offset is clamped to less than a day.
    public init(name: String, email: String, seconds: Int64, offsetInMinutes: Int = 0) {
        let cleanName = Self.cleaned(name)
        self.name = cleanName.isEmpty ? "unknown" : cleanName
        self.email = Self.cleaned(email)
        self.seconds = max(0, seconds)
        self.offsetInMinutes = min(max(offsetInMinutes, -1439), 1439)
    }

    init(_ raw: git_signature) {
        self.init(
            name: String(cString: raw.name), email: String(cString: raw.email),
            seconds: raw.when.time, offsetInMinutes: Int(raw.when.offset))
    }

    /// The form that a commit object holds: `Ada <ada@example.com> 1700000000 +0130`.
    var line: String {
        let minutes = abs(offsetInMinutes)
        let digits = String(10000 + minutes / 60 * 100 + minutes % 60).dropFirst()
        return "\(name) <\(email)> \(seconds) \(offsetInMinutes < 0 ? "-" : "+")\(digits)"
    }

    private static func cleaned(_ text: String) -> String {
        let plain = text.unicodeScalars.filter { scalar in
            switch scalar.value {
            case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029: false
            default: scalar != "<" && scalar != ">"
            }
        }
        return String(String.UnicodeScalarView(plain)).trimmingSpaces()
    }
}

extension String {
    fileprivate func trimmingSpaces() -> String {
        let start = self[...].drop { $0.isWhitespace }
        guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...last])
    }
}
