/// The sum at the end of git's index file (FIPS 180-4).
///
/// libgit2 hashes whole objects only, with their headers. The sum finds damage; nothing here has to
/// withstand an attacker, whose objects libgit2 checks.
struct SHA1 {
    static let length = 20

    private var state: (UInt32, UInt32, UInt32, UInt32, UInt32) = (
        0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0
    )

    /// Returns the 20 bytes of the hash.
    static func hash(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var hash = SHA1()
        let whole = bytes.count & ~63
        bytes.withUnsafeBytes { hash.add($0[..<whole]) }
        var rest = bytes.dropFirst(whole) + [0x80]
        while rest.count % 64 != 56 { rest.append(0) }
        rest += bigEndian(UInt64(bytes.count) << 3)
        rest.withUnsafeBytes { hash.add($0[...]) }
        let (a, b, c, d, e) = hash.state
        return [a, b, c, d, e].flatMap(bigEndian)
    }

    /// Returns the bytes of a number, highest first.
    static func bigEndian(_ number: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: number.bigEndian) { Array($0) }
    }

    private mutating func add(_ blocks: Slice<UnsafeRawBufferPointer>) {
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 80) { words in
            for start in stride(from: blocks.startIndex, to: blocks.endIndex, by: 64) {
                for position in 0..<16 {
                    let word = blocks.base.loadUnaligned(
                        fromByteOffset: start + 4 * position, as: UInt32.self)
                    words[position] = UInt32(bigEndian: word)
                }
                for position in 16..<80 {
                    let mixed =
                        words[position - 3] ^ words[position - 8] ^ words[position - 14]
                        ^ words[position - 16]
                    words[position] = Self.rotate(mixed, 1)
                }
                add(words)
            }
        }
    }

    /// Does the eighty rounds, five at a time, after which every variable is back in its place.
    private mutating func add(_ words: UnsafeMutableBufferPointer<UInt32>) {
        var (a, b, c, d, e) = state
        @inline(__always)
        func rounds(
            _ range: Range<Int>, _ constant: UInt32, _ mix: (UInt32, UInt32, UInt32) -> UInt32
        ) {
            for first in stride(from: range.lowerBound, to: range.upperBound, by: 5) {
                Self.round(a, &b, mix(b, c, d), &e, words[first] &+ constant)
                Self.round(e, &a, mix(a, b, c), &d, words[first + 1] &+ constant)
                Self.round(d, &e, mix(e, a, b), &c, words[first + 2] &+ constant)
                Self.round(c, &d, mix(d, e, a), &b, words[first + 3] &+ constant)
                Self.round(b, &c, mix(c, d, e), &a, words[first + 4] &+ constant)
            }
        }
        rounds(0..<20, 0x5A82_7999) { $2 ^ ($0 & ($1 ^ $2)) }
        rounds(20..<40, 0x6ED9_EBA1) { $0 ^ $1 ^ $2 }
        rounds(40..<60, 0x8F1B_BCDC) { ($0 & $1) | ($2 & ($0 | $1)) }
        rounds(60..<80, 0xCA62_C1D6) { $0 ^ $1 ^ $2 }
        state = (state.0 &+ a, state.1 &+ b, state.2 &+ c, state.3 &+ d, state.4 &+ e)
    }

    @inline(__always)
    private static func round(
        _ first: UInt32, _ second: inout UInt32, _ mixed: UInt32, _ last: inout UInt32,
        _ word: UInt32
    ) {
        last = last &+ word &+ mixed &+ rotate(first, 5)
        second = rotate(second, 30)
    }

    @inline(__always)
    private static func rotate(_ word: UInt32, _ bits: UInt32) -> UInt32 {
        word &<< bits | word &>> (32 &- bits)
    }
}
