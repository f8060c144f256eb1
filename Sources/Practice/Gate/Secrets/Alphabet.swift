/// The bytes that a part of a secret is made of.
enum Alphabet: Hashable, Sendable {
    case alphanumeric, base64, base64URL, bech32, capitals, clientSecret, credentials, dotted, hex
    case hyphenated, percentEncoded, underscored

    func contains(_ byte: UInt8) -> Bool {
        switch self {
        case .alphanumeric: Self.isLetterOrDigit(byte)
        case .base64: Self.isLetterOrDigit(byte) || byte == UInt8(ascii: "+") || byte == Self.slash
        case .base64URL:
            Self.isLetterOrDigit(byte) || byte == Self.hyphen || byte == Self.underscore
        case .bech32: Self.bech32Bytes.contains(byte)
        case .capitals: Self.isCapital(byte) || Self.isDigit(byte)
        case .clientSecret: Self.base64URL.contains(byte) || byte == Self.dot || byte == Self.tilde
        case .credentials:
            Self.clientSecret.contains(byte) || Self.base64.contains(byte) || byte == Self.equals
        case .dotted: Self.base64URL.contains(byte) || byte == Self.dot
        case .hex: Self.isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
        case .hyphenated: Self.isLetterOrDigit(byte) || byte == Self.hyphen
        case .percentEncoded: Self.base64.contains(byte) || byte == UInt8(ascii: "%")
        case .underscored: Self.isLetterOrDigit(byte) || byte == Self.underscore
        }
    }

    static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    static func isCapital(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    }

    static func isLetterOrDigit(_ byte: UInt8) -> Bool { isDigit(byte) || isLower(byte | 0x20) }

    static func isLower(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
    }

    static func lowercased(_ byte: UInt8) -> UInt8 { isCapital(byte) ? byte | 0x20 : byte }

    private static let (hyphen, underscore) = (UInt8(ascii: "-"), UInt8(ascii: "_"))
    private static let (dot, tilde) = (UInt8(ascii: "."), UInt8(ascii: "~"))
    private static let (slash, equals) = (UInt8(ascii: "/"), UInt8(ascii: "="))
    private static let bech32Bytes = Set("QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L".utf8)
}
