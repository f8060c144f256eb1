/// A Markdown file with a frontmatter, kept byte for byte.
///
/// The bytes are the truth: everything else is read from them, and edits replace byte ranges.
/// The frontmatter is a strict subset of YAML: flat fields whose values are scalars or lists of
/// scalars. What the subset accepts means the same to a YAML 1.2 parser with the core schema.
public struct Document: Sendable {
    /// The most bytes a file may have.
    public static let sizeLimit = 64 * 1024

    /// The most bytes a frontmatter may have, with its two `---` lines.
    public static let frontmatterLimit = 8 * 1024

    /// The most fields a frontmatter may have.
    public static let fieldLimit = 128

    /// The file as it is.
    public let bytes: [UInt8]

    /// The fields in the file's order.
    public let fields: [Field]

    let bounds: FrontmatterBounds

    /// Reads a file, in linear time; a file that ends its lines with CRLF is read as well.
    ///
    /// The body may hold anything that is UTF-8; see `forbiddenCharacters()`.
    ///
    /// - Throws: The first problem found.
    public init(parsing bytes: [UInt8]) throws(DocumentProblem) {
        let bounds = try FrontmatterBounds(in: bytes)
        var scanner = FrontmatterScanner(bytes: bytes, content: bounds.content)
        self.fields = try scanner.scanFields()
        self.bounds = bounds
        self.bytes = bytes
    }

    /// Finds a field by its key.
    public func field(_ key: String) -> Field? {
        fields.first { $0.key == key }
    }

    /// All text after the closing `---` line, copied with each call.
    public var body: String {
        String(decoding: bytes[bounds.bodyStart...], as: UTF8.self)
    }

    /// The bytes of the body.
    public var bodyRange: Range<Int> {
        bounds.bodyStart..<bytes.count
    }
}

extension Document: Hashable {
    /// Tells whether two documents have the same bytes.
    public static func == (left: Document, right: Document) -> Bool {
        left.bytes == right.bytes
    }

    /// Feeds the bytes to a hasher.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(bytes)
    }
}
