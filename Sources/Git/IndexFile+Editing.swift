#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

extension IndexFile {
    /// Returns what is staged at a path; nil when nothing is.
    func version(at path: TreePath) -> FileVersion? {
        let (position, isFound) = place(of: Array(path.text.utf8))
        guard isFound else { return nil }
        let start = starts[position]
        guard let mode = TreeFile.Mode(rawValue: number(at: start + EntryLayout.mode)) else {
            return nil
        }
        let id = entries[(start + EntryLayout.id)..<(start + EntryLayout.flags)]
        return ObjectID(bytes: id).map { FileVersion(id: $0, mode: mode) }
    }

    /// Returns whether a merge left the path undecided.
    func isConflicted(at path: TreePath) -> Bool {
        (1...3).contains { place(of: Array(path.text.utf8), stage: $0).isFound }
    }

    /// Returns the staged file that keeps `path` from being one: a parent or something below it.
    func blocker(of path: TreePath) -> TreePath? {
        var folder = path.parent
        while let current = folder {
            if place(of: Array(current.text.utf8)).isFound { return current }
            folder = current.parent
        }
        let prefix = Array(path.text.utf8) + [UInt8(ascii: "/")]
        let (position, _) = place(of: prefix)
        guard position < starts.count else { return nil }
        return self.path(of: position).starts(with: prefix) ? path : nil
    }

    /// Sets the entry of a path.
    ///
    /// The status is that of the work file that holds these bytes; without one, git will look.
    mutating func set(_ path: TreePath, _ version: FileVersion, _ status: FileStatus?) {
        let name = Array(path.text.utf8)
        var numbers = status.map(Self.numbers) ?? [UInt32](repeating: 0, count: 10)
        numbers[EntryLayout.mode / 4] = version.mode.rawValue
        var entry = numbers.flatMap(SHA1.bigEndian) + version.id.bytes
        entry += SHA1.bigEndian(UInt16(min(name.count, Self.longestCountedPath))) + name
        entry += [UInt8](repeating: 0, count: Self.padding(after: entry.count))
        let (position, isFound) = place(of: name)
        replace(position..<(isFound ? position + 1 : position), with: entry)
        forgetTrees(above: path)
    }

    /// Notes that the work file of an entry holds the entry's bytes.
    mutating func note(_ status: FileStatus, at position: Int) {
        for (place, number) in Self.numbers(status).enumerated()
        where place != EntryLayout.mode / 4 {
            let start = starts[position] + place * 4
            entries.replaceSubrange(start..<(start + 4), with: SHA1.bigEndian(number))
        }
    }

    mutating func remove(_ path: TreePath) {
        let (position, isFound) = place(of: Array(path.text.utf8))
        guard isFound else { return }
        replace(position..<(position + 1), with: [])
        forgetTrees(above: path)
    }

    /// Makes git compare the bytes of files that changed at `time` or later.
    ///
    /// If the old index was written at that time, theirs prove nothing, and the later time of the
    /// new index would hide that ("racily clean" entries; git's documentation, racy-git). A size of
    /// zero is git's own sign for it.
    ///
    /// Whole seconds count: most builds of git compare no finer.
    mutating func distrustFiles(changedSince time: timespec) {
        let limit = UInt32(truncatingIfNeeded: time.tv_sec)
        for start in starts where number(at: start + EntryLayout.modified) >= limit {
            for byte in 0..<4 { entries[start + EntryLayout.size + byte] = 0 }
        }
    }

    /// What git compares to see that a file has not changed; it keeps 32 bits of each.
    private static func numbers(_ status: FileStatus) -> [UInt32] {
        let (raw, changed, modified) = (status.raw, status.changed, status.modified)
        return [
            UInt32(truncatingIfNeeded: changed.tv_sec), UInt32(truncatingIfNeeded: changed.tv_nsec),
            UInt32(truncatingIfNeeded: modified.tv_sec),
            UInt32(truncatingIfNeeded: modified.tv_nsec), UInt32(truncatingIfNeeded: raw.st_dev),
            UInt32(truncatingIfNeeded: raw.st_ino), 0, raw.st_uid, raw.st_gid,
            UInt32(truncatingIfNeeded: raw.st_size),
        ]
    }
}
