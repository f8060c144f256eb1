import struct Foundation.Data

/// Reads numbers and texts one after the other out of checked bytes.
struct ByteReader {
    private let bytes: Data
    private(set) var offset: Int
    private let end: Int

    /// Reads `range`, which is checked at once.
    init(_ file: CheckedBytes, _ range: Range<Int>) throws(RecallError) {
        try file.check(range)
        bytes = file.bytes
        (offset, end) = (range.lowerBound, range.upperBound)
    }

    mutating func number<Number: FixedWidthInteger & BitwiseCopyable>(
        as type: Number.Type = Number.self
    ) throws(RecallError) -> Number {
        let range = try take(MemoryLayout<Number>.size)
        return Number(
            littleEndian: unsafe bytes.bytes.unsafeLoadUnaligned(
                fromByteOffset: range.lowerBound, as: type))
    }

    mutating func time() throws(RecallError) -> Double { Double(bitPattern: try number()) }

    mutating func text() throws(RecallError) -> String {
        let length = try Int(number(as: UInt32.self))
        return String(decoding: bytes[try take(length)], as: UTF8.self)
    }

    /// As many texts as the next number says.
    mutating func texts() throws(RecallError) -> [String] {
        var texts: [String] = []
        for _ in 0..<(try number(as: UInt32.self)) { texts.append(try text()) }
        return texts
    }

    private mutating func take(_ count: Int) throws(RecallError) -> Range<Int> {
        guard count <= end - offset else { throw .damaged }
        defer { offset += count }
        return offset..<(offset + count)
    }
}
