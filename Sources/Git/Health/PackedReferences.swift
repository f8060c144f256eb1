import Clibgit2

/// The references that have a line in one file, and no file of their own.
struct PackedReferences {
    /// The commits, by the full names of their references; lines that git would not accept are left
    /// out.
    private(set) var commits: [String: ObjectID] = [:]
    /// The first line that git would not accept, from 1; nil when there is none.
    private(set) var faultyLine: Int?

    static let name = "packed-refs"
    private static let header = "# pack-refs with:"

    /// Reads those of a repository; none where there is no such file.
    init(in common: borrowing Folder) throws(GitError) {
        let bytes = try common.bytes(of: Self.name) ?? []
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        for (number, line) in lines.enumerated() where !take(line, number, of: lines.count) {
            faultyLine = faultyLine ?? number + 1
        }
    }

    /// Returns whether the line is as git writes it: a commit and a reference, or after `^` what the
    /// tag before it tags.
    private mutating func take(_ line: String, _ number: Int, of count: Int) -> Bool {
        if number == count - 1 { return line.isEmpty }
        if number == 0, line.hasPrefix(Self.header) { return true }
        if line.hasPrefix("^") { return ObjectID(hex: String(line.dropFirst())) != nil }
        let fields = line.split(separator: " ", maxSplits: 1).map(String.init)
        var isValid: Int32 = 0
        guard fields.count == 2, let id = ObjectID(hex: fields[0]),
            git_reference_name_is_valid(&isValid, fields[1]) == 0, isValid != 0
        else { return false }
        commits[fields[1]] = id
        return true
    }
}

extension GitFolders {
    /// Returns the first line of `packed-refs` that git would not accept, from 1; nil when there is
    /// none.
    public func faultyPackedReference() throws(GitError) -> Int? {
        try PackedReferences(in: Folder.open(common)).faultyLine
    }
}
