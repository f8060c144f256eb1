/// What a reference named, as git's log of it tells.
struct ReferenceLog {
    /// One move of the reference.
    struct Line {
        /// What it named from then on.
        let commit: ObjectID
        /// Why it moved, such as `commit: Begin` or `reset: moving to HEAD~`.
        let reason: String

        /// Whether what the reference named before is part of what it names from then on.
        var onlyAdds: Bool {
            ["commit: ", "commit (merge): ", "merge ", "revert: ", "cherry-pick: "].contains {
                reason.hasPrefix($0)
            }
        }
    }

    /// The moves that can be read, newest first.
    let lines: [Line]

    /// Reads the file.
    ///
    /// Each line: the old name, the new one, who and when, a tab, and why.
    init(_ bytes: [UInt8]) {
        lines = bytes.split(separator: UInt8(ascii: "\n")).reversed().compactMap { line in
            let fields = line.split(separator: UInt8(ascii: " "), maxSplits: 2)
            guard fields.count == 3,
                let commit = ObjectID(hex: String(decoding: fields[1], as: UTF8.self))
            else { return nil }
            let reason = fields[2].drop { $0 != UInt8(ascii: "\t") }.dropFirst()
            return Line(commit: commit, reason: String(decoding: reason, as: UTF8.self))
        }
    }
}
