/// The two files that hold the latest journals, each written over the older one.
///
/// Files that are made and removed with every write slow some file systems down. A file begins with
/// its state and number and ends with the number again, so that one that was cut short by a death is
/// told from a whole one; what stands after the end is left of a longer one before:
///
/// ```
/// open 17
/// refs/heads/main 9b1d…
/// writes none 100644:2f1c… strategies/refunds/a.md
/// end 17
/// ```
struct JournalFile {
    /// What became of the publication; each is as long as the others, to be written over them.
    enum State: String {
        case open
        case done
        case takenBack = "back"
    }

    let state: State
    let number: Int
    private let body: ArraySlice<UInt8>

    static let names = ["journal.0", "journal.1"]

    /// Writes a new journal over the older file.
    static func write(
        _ lines: [String], in folder: borrowing Folder, _ durability: Durability
    ) throws(GitError) {
        let number = (try newest(in: folder)?.number ?? -1) + 1
        let text = (["\(State.open.rawValue) \(number)"] + lines + ["end \(number)", ""])
            .joined(separator: "\n")
        let name = name(of: number)
        let isNew = try folder.status(of: name) == nil
        try folder.overwrite(Array(text.utf8), in: name, durability)
        if isNew { try folder.sync(durability) }
    }

    /// Ends the newest journal, if it is open.
    static func close(as state: State, in folder: borrowing Folder) throws(GitError) {
        guard let file = try newest(in: folder), file.state == .open else { return }
        try folder.overwrite(Array(state.rawValue.utf8), in: name(of: file.number), .relaxed)
    }

    /// Returns the newest whole journal; nil when there is none.
    static func newest(in folder: borrowing Folder) throws(GitError) -> JournalFile? {
        var newest: JournalFile?
        for name in names {
            guard let bytes = try folder.bytes(of: name),
                let file = JournalFile(bytes), file.number > (newest?.number ?? -1)
            else { continue }
            newest = file
        }
        return newest
    }

    /// Returns when the newest whole journal was written to last, in seconds since 1970.
    static func time(in folder: borrowing Folder) throws(GitError) -> Int? {
        guard let newest = try newest(in: folder) else { return nil }
        return try folder.status(of: name(of: newest.number))?.modifiedSeconds
    }

    private static func name(of number: Int) -> String { names[number % names.count] }

    /// What stands between its first line and its last.
    var lines: [Substring] {
        body.split(separator: Self.newline).map { Substring(decoding: $0, as: UTF8.self) }
    }

    private init?(_ bytes: [UInt8]) {
        guard let firstEnd = bytes.firstIndex(of: Self.newline) else { return nil }
        let first = bytes[..<firstEnd].split(separator: UInt8(ascii: " "))
            .map { String(decoding: $0, as: UTF8.self) }
        guard first.count == 2, let state = State(rawValue: first[0]), let number = Int(first[1]),
            0...Self.mostNumber ~= number,
            let end = Self.line("end \(number)", in: bytes, from: firstEnd + 1)
        else { return nil }
        self.state = state
        self.number = number
        body = bytes[(firstEnd + 1)..<end]
    }

    /// More than there will ever be, and room for the next.
    private static let mostNumber = Int.max / 2
    private static let newline = UInt8(ascii: "\n")

    /// Returns where the first such line begins; nil when there is none.
    private static func line(_ text: String, in bytes: [UInt8], from start: Int) -> Int? {
        var start = start
        while let end = bytes[start...].firstIndex(of: newline) {
            if bytes[start..<end].elementsEqual(text.utf8) { return start }
            start = end + 1
        }
        return nil
    }
}
