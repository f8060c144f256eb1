/// Secrets that are known by what stands around them.
extension SecretScanner {
    static func credentials(in bytes: [UInt8], at position: Int) -> Finding? {
        switch bytes[position] {
        case UInt8(ascii: "-"): privateKey(in: bytes, at: position)
        case UInt8(ascii: ":"): urlPassword(in: bytes, at: position)
        case UInt8(ascii: "/"): slackHook(in: bytes, at: position)
        case UInt8(ascii: "e"): jsonWebToken(in: bytes, at: position)
        case UInt8(ascii: "Q"): azureClientSecret(in: bytes, at: position)
        default: keyed(in: bytes, at: position)
        }
    }

    /// From `-----BEGIN … PRIVATE KEY` to the end line, if a body stands between.
    private static func privateKey(in bytes: [UInt8], at position: Int) -> Finding? {
        let opening = Array("-----BEGIN ".utf8)
        guard bytes[position...].starts(with: opening) else { return nil }
        let dashes = Array("-----".utf8)
        let label = bytes[(position + opening.count)...].prefix(64)
            .prefix { $0 != UInt8(ascii: "-") }
        guard String(decoding: label, as: UTF8.self).contains("PRIVATE KEY"),
            bytes[label.endIndex...].starts(with: dashes)
        else { return nil }
        let start = label.endIndex + dashes.count
        let body = bytes[start...].prefix { $0 != UInt8(ascii: "-") }
        guard body.count(where: Alphabet.base64.contains) >= 32, Randomness.isLikely(body)
        else { return nil }
        let closing = bytes[body.endIndex...].prefix { $0 != UInt8(ascii: "\n") }
        return Finding(kind: .privateKey, range: position..<closing.endIndex)
    }

    /// The password of `scheme://user:password@host`.
    private static func urlPassword(in bytes: [UInt8], at position: Int) -> Finding? {
        guard bytes[position...].starts(with: Array("://".utf8)) else { return nil }
        let authority = bytes[(position + 3)...].prefix(256).prefix { !authorityEnds.contains($0) }
        guard let host = authority.lastIndex(of: UInt8(ascii: "@")),
            let colon = authority[..<host].firstIndex(of: UInt8(ascii: ":")),
            Randomness.isPassword(authority[(colon + 1)..<host])
        else { return nil }
        return Finding(kind: .urlPassword, range: (colon + 1)..<host)
    }

    private static let authorityEnds = Set("/?# \t\r\n\"'<>`\\|,".utf8)

    /// The path of `https://hooks.slack.com/services/…`.
    private static func slackHook(in bytes: [UInt8], at position: Int) -> Finding? {
        let hosts = ["/hooks.slack.com/services/", "/hooks.slack.com/workflows/"]
        guard let host = hosts.first(where: { bytes[position...].starts(with: $0.utf8) })
        else { return nil }
        let path = bytes[(position + host.utf8.count)...].prefix(TokenShape.longest)
            .prefix { Alphabet.base64.contains($0) }
        guard path.count >= 40, Randomness.isLikely(path) else { return nil }
        return Finding(kind: .slackHook, range: path.startIndex..<path.endIndex)
    }

    /// Three parts joined by dots, the first two of which begin like JSON objects.
    private static func jsonWebToken(in bytes: [UInt8], at position: Int) -> Finding? {
        let opening = Array("eyJ".utf8)
        guard bytes[position...].starts(with: opening), isBoundary(in: bytes, before: position)
        else { return nil }
        let run = bytes[position...].prefix(8192).prefix(while: Alphabet.dotted.contains)
        let parts = run.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 3, parts[1].starts(with: opening),
            parts.allSatisfy({ $0.count >= 16 }),
            Randomness.isLikely(parts[2])
        else { return nil }
        return Finding(kind: .jsonWebToken, range: run.startIndex..<run.endIndex)
    }

    /// Three bytes and a digit, `Q~`, 31 to 34 bytes.
    private static func azureClientSecret(in bytes: [UInt8], at position: Int) -> Finding? {
        let start = position - 4
        guard start >= 0, bytes[position...].starts(with: Array("Q~".utf8)),
            Alphabet.isDigit(bytes[position - 1]), isBoundary(in: bytes, before: start)
        else { return nil }
        let run = bytes[start...].prefix(41).prefix(while: Alphabet.clientSecret.contains)
        guard (37...40).contains(run.count), Randomness.isLikely(run) else { return nil }
        return Finding(kind: .azureKey, range: run.startIndex..<run.endIndex)
    }
}
