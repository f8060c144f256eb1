/// FNV-1a, 64 bits (Fowler, Noll and Vo): the same in every process, unlike Swift's own hashes.
func stableHash(_ text: String) -> UInt64 {
    text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
}

/// A checksum of a range of `bytes`, in four lanes side by side so that memory is what limits it.
///
/// Every change within eight bytes changes it; any other with a chance of all but 2⁻⁶⁴.
func checksum(of bytes: RawSpan, in range: Range<Int>) -> UInt64 {
    var (first, second, third, fourth): (UInt64, UInt64, UInt64, UInt64) = (1, 2, 3, 4)
    var offset = range.lowerBound
    while offset + 32 <= range.upperBound {
        unsafe mix(bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self), into: &first)
        unsafe mix(
            bytes.unsafeLoadUnaligned(fromByteOffset: offset + 8, as: UInt64.self), into: &second)
        unsafe mix(
            bytes.unsafeLoadUnaligned(fromByteOffset: offset + 16, as: UInt64.self), into: &third)
        unsafe mix(
            bytes.unsafeLoadUnaligned(fromByteOffset: offset + 24, as: UInt64.self), into: &fourth)
        offset += 32
    }
    var sum = UInt64(range.count)
    for lane in [first, second, third, fourth] { mix(lane, into: &sum) }
    while offset < range.upperBound {
        unsafe mix(
            UInt64(bytes.unsafeLoad(fromByteOffset: offset, as: UInt8.self)), into: &sum)
        offset += 1
    }
    return sum
}

/// Takes a word into a checksum; for a given sum no two words, and for a given word no two sums,
/// lead to the same.
func mix(_ word: UInt64, into sum: inout UInt64) {
    sum = (sum ^ UInt64(littleEndian: word)) &* 0x9fb2_1c65_1e98_df25
    sum ^= sum >> 32
}
