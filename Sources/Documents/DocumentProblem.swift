/// What is wrong with a document, and where.
public struct DocumentProblem: Error, Hashable, Sendable {
    /// The fact, with the data needed to word it.
    public let kind: Kind

    /// Where in the file it stands; for a file as a whole, its start.
    public let place: Place

    /// Creates a problem from its fact and place.
    public init(kind: Kind, place: Place) {
        self.kind = kind
        self.place = place
    }

    /// The facts that a document can be refused for.
    public enum Kind: Hashable, Sendable {
        /// The file is larger than the limit, in bytes.
        case tooLarge(limit: Int)
        /// The file is not UTF-8 from here on.
        case notUTF8
        /// The file starts with a byte-order mark.
        case byteOrderMark
        /// The first line is not `---`.
        case noFrontmatter
        /// No later line is `---`.
        case unclosedFrontmatter
        /// The frontmatter with its `---` lines is larger than the limit, in bytes.
        case frontmatterTooLarge(limit: Int)
        /// The frontmatter has more fields than the limit.
        case tooManyFields(limit: Int)

        /// A character that `CharacterRules` forbids, by its value; also as an escape in quotes.
        case forbiddenCharacter(UInt32)
        /// A tab in the frontmatter.
        case tab

        /// The text before a colon is not a key.
        case badKey(String)
        /// A key that YAML reads as a boolean or as null.
        case reservedKey(String)
        /// A key that an earlier line has.
        case duplicateKey(String)
        /// A line without a colon where a field is due.
        case missingColon
        /// A key whose colon is followed by text at once.
        case missingSpace(key: String)
        /// A line is indented deeper or less than its neighbours allow.
        case badIndentation
        /// A line `...`, which ends a YAML document.
        case documentEnd
        /// A list item that belongs to no key.
        case listWithoutKey
        /// A list item on the line of its key.
        case listOnKeyLine

        /// A value starts with `&`.
        case anchor
        /// A value starts with `*`.
        case alias
        /// A value starts with `!`.
        case tag
        /// A map inside a value.
        case nestedMap
        /// A list inside a list.
        case nestedList
        /// A colon and a space in a text without quotes.
        case unquotedColon
        /// A text without quotes starts with, or holds, a character that means something to YAML.
        case reservedIndicator(String)
        /// A quote that is never closed, or closed only on a line that is not indented.
        case unclosedQuote
        /// A backslash in double quotes with text that is not an escape.
        case badEscape(String)
        /// Text after a value's closing quote or bracket.
        case textAfterValue
        /// A `[` without its `]`.
        case unclosedList
        /// A comma without an item before it.
        case emptyItem
        /// Two items without a comma between them.
        case missingComma
        /// Text after `|` or `>` that is neither an indentation, `-`, nor a comment.
        case badBlockHeader(String)
    }
}
