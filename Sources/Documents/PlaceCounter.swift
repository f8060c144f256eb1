/// Counts lines and columns while it moves forward through a source text.
struct PlaceCounter {
    let bytes: [UInt8]
    private var offset = 0
    private var line = 1
    private var column = 1

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Moves forward to an offset, which is not before the one reached so far.
    mutating func advance(to target: Int) {
        while offset < target {
            let byte = bytes[offset]
            offset += 1
            if byte == ASCII.newline {
                line += 1
                column = 1
            } else if offset == target || bytes[offset] & 0xC0 != 0x80 {
                column += 1
            }
        }
    }

    /// Returns the place from the offset reached to `end`, or to the end of the line before it.
    func place(upTo end: Int) -> Place {
        var length = 0
        var cursor = offset
        while cursor < end, bytes[cursor] != ASCII.newline, bytes[cursor] != ASCII.carriageReturn {
            if bytes[cursor] & 0xC0 != 0x80 { length += 1 }
            cursor += 1
        }
        return Place(line: line, column: column, length: length)
    }
}
