import struct Foundation.Data
import Synchronization

/// The bytes of a file whose blocks are held against their checksums when they are first read.
///
/// Opening a large file so costs as little as a small one, and a query pays for what it touches.
final class CheckedBytes: Sendable {
    let bytes: Data
    /// What the checksums cover: all that comes before them.
    private let covered: Range<Int>
    private let isTrusted: Bool
    private let known: Mutex<[Bool]>

    /// Takes bytes whose checksums begin at `sums`, and have been checked themselves.
    ///
    /// Trusted are those that this process made, in which nothing needs checking.
    init(_ bytes: Data, sums: Int, isTrusted: Bool) {
        self.bytes = bytes
        self.isTrusted = isTrusted
        covered = IndexLayout.headerEnd..<sums
        known = Mutex(Array(repeating: false, count: Self.blocks(upTo: sums)))
    }

    /// The number of blocks in the first `end` bytes of a file.
    static func blocks(upTo end: Int) -> Int {
        (end + IndexLayout.blockSize - 1) / IndexLayout.blockSize
    }

    /// The checksum of a block of a file whose checksums begin at `end`; of the first block, what
    /// follows the header.
    static func sum(ofBlock block: Int, in bytes: RawSpan, upTo end: Int) -> UInt64 {
        let first = max(IndexLayout.headerEnd, block * IndexLayout.blockSize)
        return checksum(of: bytes, in: first..<min(end, (block + 1) * IndexLayout.blockSize))
    }

    /// Throws unless the bytes of `range` are there and are those that were written.
    func check(_ range: Range<Int>) throws(RecallError) {
        guard covered.lowerBound <= range.lowerBound, range.upperBound <= covered.upperBound else {
            throw .damaged
        }
        if range.isEmpty || isTrusted { return }
        let size = IndexLayout.blockSize
        let blocks = (range.lowerBound / size)...((range.upperBound - 1) / size)
        try known.withLock { (known) throws(RecallError) in
            for block in blocks where !known[block] {
                guard isIntact(block) else { throw .damaged }
                known[block] = true
            }
        }
    }

    /// Throws unless all bytes are those that were written; reads the whole file.
    func checkAll() throws(RecallError) { try check(covered) }

    /// The number at `offset`.
    func number<Number: FixedWidthInteger & BitwiseCopyable>(
        at offset: Int, as type: Number.Type = Number.self
    ) throws(RecallError) -> Number {
        try check(offset..<(offset + MemoryLayout<Number>.size))
        return Number(
            littleEndian: unsafe bytes.bytes.unsafeLoadUnaligned(
                fromByteOffset: offset, as: type))
    }

    private func isIntact(_ block: Int) -> Bool {
        let stored = unsafe bytes.bytes.unsafeLoadUnaligned(
            fromByteOffset: covered.upperBound + block * 8, as: UInt64.self)
        return UInt64(littleEndian: stored)
            == Self.sum(ofBlock: block, in: bytes.bytes, upTo: covered.upperBound)
    }
}
