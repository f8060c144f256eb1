import Clibgit2

extension GitFolders {
    /// Returns the first line of `packed-refs` that git would not accept, from 1; nil when there is none.
    public func faultyPackedReference() throws(GitError) -> Int? {
        let bytes = try Folder.open(common).bytes(of: "packed-refs") ?? []
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        for (number, line) in lines.enumerated() {
            let isSound =
                number == lines.count - 1
                ? line.isEmpty
                : (number == 0 && line.hasPrefix("# pack-refs with:")) || Self.isSound(line)
            if !isSound { return number + 1 }
        }
        return nil
    }

    /// Whether a line names a commit and a reference, or after `^` what the tag before it tags.
    private static func isSound(_ line: String) -> Bool {
        if line.hasPrefix("^") { return ObjectID(hex: String(line.dropFirst())) != nil }
        let fields = line.split(separator: " ", maxSplits: 1)
        guard fields.count == 2, ObjectID(hex: String(fields[0])) != nil else { return false }
        var isValid: Int32 = 0
        return git_reference_name_is_valid(&isValid, String(fields[1])) == 0 && isValid != 0
    }
}
