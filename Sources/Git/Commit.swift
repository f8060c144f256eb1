/// The facts recorded in one commit.
public struct Commit: Hashable, Sendable {
    /// The name of the commit.
    public let id: ObjectID
    /// The name of its root tree.
    public let tree: ObjectID
    /// The commits it builds on: none for the first, several for a merge.
    public let parents: [ObjectID]
    /// Who made the change.
    public let author: Signature
    /// Who recorded it.
    public let committer: Signature
    /// The whole message; bytes that are not UTF-8 are replaced.
    public let message: String

    /// Makes a commit value from its facts; writes nothing.
    public init(
        id: ObjectID, tree: ObjectID, parents: [ObjectID], author: Signature,
        committer: Signature, message: String
    ) {
        self.id = id
        self.tree = tree
        self.parents = parents
        self.author = author
        self.committer = committer
        self.message = message
    }

    /// The first line of the message.
    public var subject: String {
        message.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    }
}
