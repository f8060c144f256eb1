/// The identity of one entry of a memory: a strategy, a scenario or a trace.
///
/// Ten characters of lower-case Crockford base32 (50 random bits), so that two agents that
/// never talk to each other do not pick the same one.
public struct EntryID: Hashable, Sendable {
    /// The ten characters, such as `4kq7w2mx9d`.
    public let text: String

    /// The number of characters of every id.
    public static let length = 10

    private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

    /// Accepts ten characters of the alphabet; nil for anything else.
    public init?(_ text: String) {
        guard text.utf8.count == Self.length,
            text.utf8.allSatisfy({ Self.alphabet.contains($0) })
        else { return nil }
        self.text = text
    }

    /// Accepts what ``number`` can be; nil for anything else.
    public init?(number: UInt64) {
        guard number >> UInt64(5 * Self.length) == 0 else { return nil }
        let digits = (0..<Self.length).reversed().map { number >> UInt64(5 * $0) & 31 }
        text = String(decoding: digits.map { Self.alphabet[Int($0)] }, as: UTF8.self)
    }

    /// The id as a number below 2⁵⁰, in the same order as the ids.
    public var number: UInt64 {
        text.utf8.reduce(0) { number, character in
            number << 5 | UInt64(Self.alphabet.firstIndex(of: character) ?? 0)
        }
    }

    /// Draws an id from `generator`.
    public init(using generator: inout some RandomNumberGenerator) {
        let characters = (0..<Self.length).map { _ in
            Self.alphabet[Int.random(in: 0..<Self.alphabet.count, using: &generator)]
        }
        text = String(decoding: characters, as: UTF8.self)
    }
}

extension EntryID: Comparable {
    /// Orders ids by their characters.
    public static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}

extension EntryID: CustomStringConvertible {
    /// The ten characters.
    public var description: String { text }
}
