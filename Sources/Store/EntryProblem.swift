public import EtudeDocuments

/// What is wrong with one file of a memory, and where.
public struct EntryProblem: Error, Hashable, Sendable {
    /// The file, from the top of the memory.
    public let path: String
    /// The place in it; nil where the whole file is meant.
    public let place: Place?
    /// The line of the file that holds the place, safe to print.
    public let excerpt: String?
    /// What is wrong, as one sentence.
    public let message: String
    /// What to do about it; nil where the message says it.
    public let hint: String?

    /// Describes a problem.
    public init(
        path: String, place: Place? = nil, excerpt: String? = nil, message: String,
        hint: String? = nil
    ) {
        self.path = path
        self.place = place
        self.excerpt = excerpt
        self.message = message
        self.hint = hint
    }

    /// Takes over what is wrong with the form of a document.
    init(_ problem: DocumentProblem, path: String, bytes: [UInt8]) {
        let excerpt = Excerpt(of: problem.place, in: Array(bytes.prefix(Document.sizeLimit))).text
        self.init(
            path: path, place: problem.place, excerpt: CleanText.cut(excerpt, to: 1000),
            message: problem.message)
    }
}
