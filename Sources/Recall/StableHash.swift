/// FNV-1a, 64 bits (Fowler, Noll and Vo): the same in every process, unlike Swift's own hashes.
func stableHash(_ text: String) -> UInt64 {
    text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
}

/// A checksum of `bytes` from `start` on, eight bytes at a time so that it can run at every start.
func checksum(of bytes: [UInt8], from start: Int) -> UInt64 {
    var sum = 0x9e37_79b9_7f4a_7c15 ^ UInt64(bytes.count)
    var offset = start
    while offset + 8 <= bytes.count {
        let word = unsafe bytes.span.bytes.unsafeLoadUnaligned(
            fromByteOffset: offset, as: UInt64.self)
        sum = (sum ^ UInt64(littleEndian: word)) &* 0x9fb2_1c65_1e98_df25
        sum ^= sum >> 32
        offset += 8
    }
    for byte in bytes[offset...] { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return sum
}
