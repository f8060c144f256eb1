extension IndexFile {
    /// Reads the entries that `bytes` begin with, and returns the rest.
    mutating func readEntries(
        _ count: Int, from bytes: consuming [UInt8]
    ) throws(GitError) -> ArraySlice<UInt8> {
        let rest: ArraySlice<UInt8>
        if version == 4 {
            var reader = IndexReader(bytes[...])
            for _ in 0..<count { try readCompressedEntry(from: &reader) }
            rest = reader.rest
        } else {
            rest = try readPlainEntries(count, from: consume bytes)
        }
        for position in starts.indices.dropFirst() {
            let order = Self.order(path(of: position - 1), path(of: position))
            guard order < 0 || order == 0 && stage(of: position - 1) < stage(of: position) else {
                throw .damagedIndex("its paths are not in order")
            }
        }
        return rest
    }

    /// Keeps `bytes` as the entries, which spares copying them.
    private mutating func readPlainEntries(
        _ count: Int, from bytes: consuming [UInt8]
    ) throws(GitError) -> ArraySlice<UInt8> {
        entries = consume bytes
        var end = 0
        for _ in 0..<count {
            starts.append(end)
            end = try self.end(ofEntryAt: end)
        }
        let rest = Array(entries[end...])
        entries.removeSubrange(end...)
        return rest[...]
    }

    private func end(ofEntryAt start: Int) throws(GitError) -> Int {
        let shortest = EntryLayout.path + 2
        guard start + shortest <= entries.count else { throw .damagedIndex("it ends too early") }
        guard version > 2 || !hasMoreFlags(at: start) else {
            throw .damagedIndex("an entry has flags of a later version")
        }
        let path = pathRange(at: start)
        let end = path.upperBound + Self.padding(after: path.upperBound - start)
        // Such an entry replaces one of the other half.
        guard !path.isEmpty else { throw Self.split }
        guard end <= entries.count, entries[path.upperBound] == 0 else {
            throw .damagedIndex("an entry has no end")
        }
        return end
    }

    /// Reads an entry of version 4, which leaves out what its path shares with the one before.
    private mutating func readCompressedEntry(from reader: inout IndexReader) throws(GitError) {
        let start = entries.count
        // A copy: a slice of the entries would have them all copied when they grow.
        let before = starts.isEmpty ? [] : Array(path(of: starts.count - 1))
        entries += try reader.bytes(EntryLayout.path)
        if hasMoreFlags(at: start) { entries += try reader.bytes(2) }
        let dropped = try reader.packedNumber()
        guard dropped <= before.count else {
            throw .damagedIndex("a path shares more than there is")
        }
        entries += try before.dropLast(dropped) + reader.bytes(before: 0)
        entries += [UInt8](repeating: 0, count: Self.padding(after: entries.count - start))
        starts.append(start)
    }
}

extension IndexFile {
    /// The entries as version 4 writes them.
    func compressedEntries() -> [UInt8] {
        var bytes: [UInt8] = []
        var before: ArraySlice<UInt8> = []
        for (position, start) in starts.enumerated() {
            let path = path(of: position)
            let shared = zip(before, path).prefix { $0 == $1 }.count
            bytes += entries[start..<path.startIndex]
            bytes += Self.packed(before.count - shared)
            bytes += path.dropFirst(shared) + [0]
            before = path
        }
        return bytes
    }

    /// The reverse of ``IndexReader/packedNumber()``.
    private static func packed(_ number: Int) -> [UInt8] {
        var bytes = [UInt8(number & 0x7F)]
        var rest = number >> 7
        while rest > 0 {
            rest -= 1
            bytes.insert(UInt8(rest & 0x7F) | 0x80, at: 0)
            rest >>= 7
        }
        return bytes
    }
}
