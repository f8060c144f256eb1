/// What secrets of one kind look like: a fixed beginning and a run of bytes after it.
struct TokenShape: Sendable {
    let kind: SecretKind
    let prefix: [UInt8]
    let alphabet: Alphabet
    /// How long the run is; a longer one is something else.
    let lengths: ClosedRange<Int>
    /// The number of bytes after the run's start at which a dot must stand.
    let dot: Int?

    init(
        _ kind: SecretKind, _ prefix: String, _ alphabet: Alphabet, _ lengths: ClosedRange<Int>,
        dot: Int? = nil
    ) {
        self.kind = kind
        self.prefix = Array(prefix.utf8)
        self.alphabet = alphabet
        self.lengths = lengths
        self.dot = dot
    }

    /// The longest run of any kind, which bounds the cost of a byte.
    static let longest = 512

    /// The end of the token that begins at `start`; nil when none does.
    func end(in bytes: [UInt8], from start: Int) -> Int? {
        guard bytes[start...].starts(with: prefix) else { return nil }
        let run = bytes[(start + prefix.count)...].prefix(lengths.upperBound + 1)
            .prefix(while: alphabet.contains)
        guard lengths.contains(run.count), Randomness.isLikely(run) else { return nil }
        if let dot, bytes[run.startIndex + dot] != UInt8(ascii: ".") { return nil }
        return run.endIndex
    }
}
