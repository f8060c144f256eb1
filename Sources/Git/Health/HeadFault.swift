/// A HEAD that names neither a branch nor a commit.
public struct HeadFault: Hashable, Sendable {
    /// Whether there is no such file.
    public let isMissing: Bool
    /// The branches of the repository, by their names without `refs/heads/`.
    public let branches: [String]
}

extension GitFolders {
    /// Returns what is wrong with HEAD; nil when it can be read.
    public func headFault() throws(GitError) -> HeadFault? {
        let bytes = try Folder.open(own).bytes(of: Self.head)
        let text = bytes.map { String(decoding: $0, as: UTF8.self) } ?? ""
        // git would look for a branch of just that name, and find none.
        let isReference =
            text.hasPrefix(Self.symbolic + "refs/") && !text.utf8.contains(where: Self.isControl)
        guard !isReference, ObjectID(hex: String(text.prefix { !$0.isWhitespace })) == nil else {
            return nil
        }
        return HeadFault(isMissing: bytes == nil, branches: try branches())
    }

    /// Makes HEAD name a branch, if it still names nothing.
    ///
    /// - Returns: Where the old file is kept; nil when there was none.
    public func restoreHead(to branch: String) throws(GitError) -> String? {
        var kept: String?
        try alone { state throws(GitError) in
            guard try headFault() != nil else { return }
            let folder = try Folder.open(own)
            let text = Self.symbolic + Repository.branchPrefix + branch + "\n"
            kept = try replace(Self.head, of: folder, label: Self.head, with: text, state)
        }
        return kept
    }

    private static let head = "HEAD"
    private static let symbolic = "ref: "

    /// The branches that have a file, or a line among the packed ones.
    private func branches() throws(GitError) -> [String] {
        let folder = try Folder.open(common)
        let loose = try folder.subfolder("refs")?.subfolder("heads")?.filesBelow() ?? []
        let packed = try PackedReferences(in: folder).commits.keys
            .filter { $0.hasPrefix(Repository.branchPrefix) }
            .map { String($0.dropFirst(Repository.branchPrefix.count)) }
        return Set(loose.filter { !$0.hasSuffix(Self.lockSuffix) } + packed).sorted()
    }
}
