/// Something an agent can do, as a strategy writes it: "answer `verify_source_of_funds`".
public struct Action: Hashable, Sendable {
    /// The sentence as it was written.
    public let text: String
    /// What actions are compared by: the words between backticks, or the whole text where there are
    /// none; lower-cased, runs of white space as one space.
    public let name: String

    /// Accepts text that is not blank; nil otherwise.
    public init?(_ text: String) {
        let name = Self.normalized(Self.codeSpans(in: text).first ?? text[...])
        guard !name.isEmpty else { return nil }
        self.text = text
        self.name = name
    }

    /// Whether `answer` is this action, letter case and white space aside.
    public func isTaken(by answer: String) -> Bool { Self.normalized(answer[...]) == name }

    /// The names between backticks; a strategy's action has one at most.
    public var namedActions: [String] { Self.codeSpans(in: text).map(Self.normalized) }

    /// `text` as names of actions are compared.
    public static func normalized(_ text: Substring) -> String {
        if text.utf8.allSatisfy(isPlain) { return String(text) }
        return text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Whether a byte is a character of ASCII that stays as it is: no capital, no white space.
    private static func isPlain(_ byte: UInt8) -> Bool {
        byte > 0x20 && byte < 0x7F && !(0x41...0x5A).contains(byte)
    }

    private static func codeSpans(in text: String) -> [Substring] {
        let pieces = text.split(separator: "`", omittingEmptySubsequences: false)
        return pieces.indices.filter { $0 % 2 == 1 && $0 < pieces.count - 1 }.map { pieces[$0] }
    }
}
