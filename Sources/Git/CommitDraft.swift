/// What one commit is to hold and to say.
public struct CommitDraft: Sendable {
    /// What to write and remove; a path may occur once.
    public let changes: [Change]
    /// The commit's message; NUL characters are dropped.
    public let message: String
    /// Who made the change.
    public let author: Signature
    /// Who records it.
    public let committer: Signature

    /// Makes a draft from its parts.
    public init(_ changes: [Change], message: String, author: Signature, committer: Signature) {
        self.changes = changes
        self.message = message
        self.author = author
        self.committer = committer
    }

    /// The first line of the message.
    var subject: Substring { message.split(whereSeparator: \.isNewline).first ?? "" }
}
