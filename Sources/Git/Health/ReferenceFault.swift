/// A reference that names no commit that is there.
public struct ReferenceFault: Hashable, Sendable {
    /// What is wrong with it.
    public enum Kind: Hashable, Sendable {
        /// Its file names nothing.
        case unreadable(isEmpty: Bool)
        /// It has a log, and neither a file nor a line among the packed ones.
        case gone
        /// It names a commit that cannot be read.
        case withoutCommit(ObjectID)
    }

    /// The full name, such as `refs/heads/main`.
    public let reference: String
    /// What is wrong with it.
    public let kind: Kind
    /// The newest commit in the reference's log that can be read; nil without one.
    public let lastGood: ObjectID?

    /// Whether it is one of our side references, such as those of traces.
    public var isOurs: Bool { reference.hasPrefix(Self.ours) }

    static let ours = "refs/etude/"
}

extension Repository {
    /// Returns what is wrong with the branch that is checked out and with our side references.
    public func referenceFaults() throws(GitError) -> [ReferenceFault] {
        let common = try Folder.open(commonFolder)
        let loose = try common.subfolder("refs")?.filesBelow() ?? []
        var names = Set(loose.map { "refs/" + $0 }.filter(Self.isOurs))
        names.formUnion(try PackedReferences(in: common).commits.keys.filter(Self.isOurs))
        if let branch = try checkedOutBranch() { names.insert(branch) }
        var faults: [ReferenceFault] = []
        for name in names.sorted() {
            guard let kind = try fault(of: name, in: common) else { continue }
            let log = try Self.bytes(of: "logs/" + name, in: common)
            faults.append(
                ReferenceFault(reference: name, kind: kind, lastGood: lastCommit(inLog: log)))
        }
        return faults
    }

    /// Makes a reference name the last commit of its log again, if it still is as it was found.
    ///
    /// - Returns: Where the old file is kept; nil when there was none.
    public func restore(_ fault: ReferenceFault) throws(GitError) -> String? {
        guard let commit = fault.lastGood, let path = TreePath(fault.reference) else { return nil }
        var kept: String?
        try GitFolders(gitFolder: gitFolder).alone { state throws(GitError) in
            let common = try Folder.open(commonFolder)
            guard try self.fault(of: fault.reference, in: common) == fault.kind else { return }
            let folder = try WorkFile(path).makeParent(in: common, .durable)
            kept = try GitFolders(gitFolder: gitFolder).replace(
                path.name, of: folder, label: fault.reference, with: "\(commit)\n", state)
        }
        return kept
    }

    private static func isOurs(_ reference: String) -> Bool {
        reference.hasPrefix(ReferenceFault.ours) && !reference.hasSuffix(GitFolders.lockSuffix)
    }

    func checkedOutBranch() throws(GitError) -> String? {
        let text = try Folder.open(gitFolder).bytes(of: "HEAD") ?? []
        let words = String(decoding: text, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        guard words.count == 2, words[0] == "ref:" else { return nil }
        return String(words[1])
    }

    private func fault(
        of reference: String, in common: borrowing Folder
    ) throws(GitError) -> ReferenceFault.Kind? {
        guard let bytes = try Self.bytes(of: reference, in: common) else {
            if let id = try PackedReferences(in: common).commits[reference] {
                return isThere(id) ? nil : .withoutCommit(id)
            }
            return try Self.bytes(of: "logs/" + reference, in: common) == nil ? nil : .gone
        }
        let text = String(decoding: bytes, as: UTF8.self)
        if text.hasPrefix("ref: ") { return nil }
        guard let id = ObjectID(hex: String(text.prefix { !$0.isWhitespace })) else {
            return .unreadable(isEmpty: text.allSatisfy(\.isWhitespace))
        }
        return isThere(id) ? nil : .withoutCommit(id)
    }
}

extension Repository {
    private func lastCommit(inLog bytes: [UInt8]?) -> ObjectID? {
        ReferenceLog(bytes ?? []).lines.first { isThere($0.commit) }?.commit
    }

    private func isThere(_ id: ObjectID) -> Bool { (try? rootTree(of: id)) != nil }

    static func bytes(
        of name: String, in common: borrowing Folder
    ) throws(GitError) -> [UInt8]? {
        guard let path = TreePath(name) else { return nil }
        guard let folder = try WorkFile(path).parent(in: common),
            try folder.status(of: path.name)?.isFile == true
        else { return nil }
        return try folder.bytes(of: path.name)
    }
}
