#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Where the parts of an entry begin: first the numbers of the file's status.
enum EntryLayout {
    static let modified = 8
    static let mode = 24
    static let size = 36
    static let id = 40
    static let flags = 60
    /// Two bytes later if the flags say that there are more.
    static let path = 62
}

extension IndexFile {
    /// The bytes of an entry's path.
    func path(of position: Int) -> ArraySlice<UInt8> { entries[pathRange(at: starts[position])] }

    /// Which side of a merge an entry belongs to; 0 when there is nothing to decide.
    func stage(of position: Int) -> UInt16 { flags(at: starts[position]) >> 12 & 3 }

    /// Returns the position of an entry, or the one where it would be.
    func place(of path: [UInt8], stage: UInt16 = 0) -> (position: Int, isFound: Bool) {
        var (low, high) = (0, starts.count)
        while low < high {
            let middle = (low + high) / 2
            let order = Self.order(self.path(of: middle), path[...])
            if order < 0 || order == 0 && self.stage(of: middle) < stage {
                low = middle + 1
            } else {
                high = middle
            }
        }
        guard low < starts.count else { return (low, false) }
        return (low, self.stage(of: low) == stage && self.path(of: low) == path[...])
    }

    /// Returns the number of four bytes at an offset, highest first.
    func number(at offset: Int) -> UInt32 {
        entries.withUnsafeBytes {
            UInt32(bigEndian: $0.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
        }
    }

    /// Exchanges entries for one other, or for none when `bytes` is empty.
    mutating func replace(_ range: Range<Int>, with bytes: [UInt8]) {
        let start = range.lowerBound < starts.count ? starts[range.lowerBound] : entries.count
        let end = range.upperBound < starts.count ? starts[range.upperBound] : entries.count
        let added = bytes.isEmpty ? [] : [start]
        entries.replaceSubrange(start..<end, with: bytes)
        starts.replaceSubrange(range, with: added)
        for position in (range.lowerBound + added.count)..<starts.count {
            starts[position] += bytes.count - (end - start)
        }
    }

    /// The zeros after a path: at least one, up to a multiple of eight.
    static func padding(after length: Int) -> Int { 8 - length % 8 }

    /// Returns a negative number, zero or a positive one, as the first path sorts before the
    /// second, is equal or sorts after it.
    static func order(_ first: ArraySlice<UInt8>, _ second: ArraySlice<UInt8>) -> Int {
        first.withUnsafeBytes { one in
            second.withUnsafeBytes { other in
                guard let left = one.baseAddress, let right = other.baseAddress else {
                    return one.count - other.count
                }
                let order = Int(memcmp(left, right, min(one.count, other.count)))
                return order == 0 ? one.count - other.count : order
            }
        }
    }
}

extension IndexFile {
    /// Long paths are not counted: they end at their NUL.
    static let longestCountedPath = 0xFFF

    func hasMoreFlags(at start: Int) -> Bool { flags(at: start) & 0x4000 != 0 }

    /// Where the path of the entry at an offset lies; may reach past the end in a damaged file.
    func pathRange(at start: Int) -> Range<Int> {
        let first = start + EntryLayout.path + (hasMoreFlags(at: start) ? 2 : 0)
        let counted = Int(flags(at: start)) & Self.longestCountedPath
        guard counted == Self.longestCountedPath else { return first..<(first + counted) }
        return first..<(entries[first...].firstIndex(of: 0) ?? entries.endIndex)
    }

    private func flags(at start: Int) -> UInt16 {
        let offset = start + EntryLayout.flags
        return UInt16(entries[offset]) << 8 | UInt16(entries[offset + 1])
    }
}
