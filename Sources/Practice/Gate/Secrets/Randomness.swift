import Foundation

/// Tells values drawn at random from words, examples and placeholders.
enum Randomness {
    /// The least Shannon entropy of a secret, in bits a byte; 32 random hexadecimal digits have 3.5.
    static let leastEntropy = 2.8

    /// The least for a password that a person made up.
    static let leastPasswordEntropy = 1.5

    /// Whether `bytes` look drawn at random: of enough entropy, with a digit or both letter cases, and
    /// no placeholder.
    static func isLikely(_ bytes: ArraySlice<UInt8>) -> Bool {
        let isMixed =
            bytes.contains(where: Alphabet.isDigit)
            || (bytes.contains(where: Alphabet.isCapital)
                && bytes.contains(where: Alphabet.isLower))
        return isMixed && entropy(of: bytes) >= leastEntropy && !isPlaceholder(bytes)
    }

    /// Whether `bytes` can be a password that somebody uses.
    static func isPassword(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.count >= 4, entropy(of: bytes) >= leastPasswordEntropy else { return false }
        if let first = bytes.first, openers.contains(first) { return false }
        return !examples.contains(bytes.map(Alphabet.lowercased)) && !isPlaceholder(bytes)
    }

    /// The Shannon entropy of the bytes' frequencies, in bits a byte; 0 without any.
    static func entropy(of bytes: ArraySlice<UInt8>) -> Double {
        var counts = Array(repeating: 0, count: 256)
        for byte in bytes { counts[Int(byte)] += 1 }
        return counts.filter { $0 > 0 }.reduce(0) { sum, count in
            let share = Double(count) / Double(bytes.count)
            return sum - share * log2(share)
        }
    }

    private static func isPlaceholder(_ bytes: ArraySlice<UInt8>) -> Bool {
        let lower = bytes.map(Alphabet.lowercased)
        return placeholders.contains { placeholder in
            guard let first = placeholder.first else { return false }
            return lower.indices.contains {
                lower[$0] == first && lower[$0...].starts(with: placeholder)
            }
        }
    }

    private static let placeholders = [
        "example", "placeholder", "redacted", "dummy", "changeme", "your_", "your-", "yourpass",
        "xxxxx", "*****", "00000", "1234567", "abcdefg",
    ].map { Array($0.utf8) }

    private static let examples = Set(
        [
            "admin", "guest", "pass", "passwd", "password", "postgres", "root", "secret", "test",
            "token", "user",
        ].map { Array($0.utf8) })

    private static let openers = Set("$<{[%*".utf8)
}
