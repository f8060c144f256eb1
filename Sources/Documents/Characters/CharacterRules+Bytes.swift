extension CharacterRules {
    /// A forbidden character in a text of bytes.
    struct Finding {
        let value: UInt32
        let range: Range<Int>
    }

    /// Finds the first forbidden character of a range of valid UTF-8, which cuts no character; a tab
    /// is one if the caller says so.
    static func firstForbidden(
        in range: Range<Int>, of bytes: [UInt8], orTab isTabForbidden: Bool = false
    ) -> Finding? {
        var offset = range.lowerBound
        while offset < range.upperBound {
            let byte = bytes[offset]
            if (byte >= 0x20 && byte < 0x7F) || byte == ASCII.newline {
                offset += 1
                continue
            }
            let (value, width) = scalar(at: offset, of: bytes)
            let isFound = isForbidden(value) || (isTabForbidden && byte == ASCII.tab)
            if isFound, !isLineEnding(at: offset, of: bytes) {
                return Finding(value: value, range: offset..<offset + width)
            }
            offset += width
        }
        return nil
    }

    /// Tells whether a carriage return with its newline stands at an offset.
    private static func isLineEnding(at offset: Int, of bytes: [UInt8]) -> Bool {
        bytes[offset] == ASCII.carriageReturn && offset + 1 < bytes.count
            && bytes[offset + 1] == ASCII.newline
    }

    /// Reads the scalar at an offset of valid UTF-8, and its width in bytes.
    private static func scalar(at offset: Int, of bytes: [UInt8]) -> (value: UInt32, width: Int) {
        let lead = bytes[offset]
        switch lead {
        case ..<0x80: return (UInt32(lead), 1)
        case ..<0xE0: return (tail(1, at: offset, of: bytes, lead: lead & 0x1F), 2)
        case ..<0xF0: return (tail(2, at: offset, of: bytes, lead: lead & 0x0F), 3)
        default: return (tail(3, at: offset, of: bytes, lead: lead & 0x07), 4)
        }
    }

    /// Adds the continuation bytes after an offset to the bits of a lead byte.
    private static func tail(
        _ count: Int, at offset: Int, of bytes: [UInt8], lead: UInt8
    ) -> UInt32 {
        var value = UInt32(lead)
        for byte in bytes[offset + 1..<offset + 1 + count] {
            value = value << 6 | UInt32(byte & 0x3F)
        }
        return value
    }
}
