/// Secrets that are known by the name in front of them.
extension SecretScanner {
    private struct Keyword: Sendable {
        let kind: SecretKind
        let name: [UInt8]
        let alphabet: Alphabet
        let lengths: ClosedRange<Int>

        init(_ kind: SecretKind, _ name: String, _ alphabet: Alphabet, _ lengths: ClosedRange<Int>)
        {
            self.kind = kind
            self.name = Array(name.utf8)
            self.alphabet = alphabet
            self.lengths = lengths
        }
    }

    private static let keywords =
        ["aws_secret_key", "awssecretkey", "secret_access_key", "secretaccesskey"].map {
            Keyword(.awsSecretKey, $0, .base64, 40...40)
        } + [
            Keyword(.serviceAccountKey, "private_key_id", .hex, 40...40),
            Keyword(.authorizationHeader, "authorization", .credentials, 16...TokenShape.longest),
        ]

    private static let schemes = ["bearer", "basic", "token", "apikey"].map { Array($0.utf8) }
    private static let separators = Set(" \t\"'\\:=>".utf8)
    private static let assignments = Set(":=".utf8)

    static func keyed(in bytes: [UInt8], at position: Int) -> Finding? {
        let first = Alphabet.lowercased(bytes[position])
        for keyword in keywords where keyword.name[0] == first {
            guard let value = value(after: keyword.name, in: bytes, at: position) else { continue }
            let start =
                keyword.kind == .authorizationHeader ? afterScheme(in: bytes, at: value) : value
            let run = bytes[start...].prefix(keyword.lengths.upperBound + 1)
                .prefix(while: keyword.alphabet.contains)
            if keyword.lengths.contains(run.count), Randomness.isLikely(run) {
                return Finding(kind: keyword.kind, range: run.startIndex..<run.endIndex)
            }
        }
        return nil
    }

    /// Where the value begins: after the name and up to eight separators, one of them `:` or `=`.
    private static func value(after name: [UInt8], in bytes: [UInt8], at position: Int) -> Int? {
        guard begins(with: name, in: bytes, at: position) else { return nil }
        let gap = bytes[(position + name.count)...].prefix(8).prefix(while: separators.contains)
        return gap.contains(where: assignments.contains) ? gap.endIndex : nil
    }

    private static func afterScheme(in bytes: [UInt8], at position: Int) -> Int {
        for scheme in schemes where begins(with: scheme, in: bytes, at: position) {
            let gap = bytes[(position + scheme.count)...].prefix(4).prefix {
                $0 == UInt8(ascii: " ")
            }
            if !gap.isEmpty { return gap.endIndex }
        }
        return position
    }

    private static func begins(with name: [UInt8], in bytes: [UInt8], at position: Int) -> Bool {
        guard position + name.count <= bytes.count else { return false }
        return name.indices.allSatisfy { Alphabet.lowercased(bytes[position + $0]) == name[$0] }
    }
}
