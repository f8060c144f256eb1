extension DocumentProblem {
    /// One plain sentence that says what is wrong and, where useful, what to write instead.
    ///
    /// Text quoted from the file is escaped as `CharacterRules.escaped` does, so that the sentence
    /// is safe to print, and cut to 40 characters.
    public var message: String {
        CharacterRules.escaped(kind.sentence)
    }
}

extension DocumentProblem.Kind {
    fileprivate var sentence: String {
        fileSentence ?? characterSentence ?? structureSentence ?? valueSentence
    }

    private var fileSentence: String? {
        switch self {
        case .tooLarge(let limit): "the file is larger than \(limit) bytes"
        case .notUTF8: "the file is not UTF-8 from here on; save it as UTF-8"
        case .byteOrderMark:
            "the file starts with a byte-order mark; save it as UTF-8 without one"
        case .noFrontmatter: "the first line must be '---', the start of the frontmatter"
        case .unclosedFrontmatter:
            "the frontmatter has no end; write a line '---' after its last field"
        case .frontmatterTooLarge(let limit):
            "the frontmatter is larger than \(limit) bytes; move text to the body"
        case .tooManyFields(let limit): "the frontmatter has more than \(limit) fields"
        default: nil
        }
    }

    private var characterSentence: String? {
        switch self {
        case .forbiddenCharacter(let value):
            "the character U+\(codePoint(value)) is not allowed, for readers cannot see it"
        case .tab: "tabs are not allowed in the frontmatter; use spaces, or \\t in double quotes"
        default: nil
        }
    }

    private var structureSentence: String? {
        switch self {
        case .badKey(let text):
            "'\(cut(text))' is not a key; a key is lower-case letters, digits and hyphens, "
                + "starts with a letter and has at most \(FrontmatterScanner.keyLimit) characters"
        case .reservedKey(let key): "'\(key)' is not text to YAML; choose another key"
        case .duplicateKey(let key): "the key '\(key)' is already set above; remove one of the two"
        case .missingColon: "this line has no colon; write 'key: value'"
        case .missingSpace(let key): "write a space after the colon of '\(key)'"
        case .badIndentation:
            "the indentation does not fit; start keys at the line's start, "
                + "align list items, and indent what belongs to a key"
        case .documentEnd: "'...' ends a YAML document; write '---' to end the frontmatter"
        case .listWithoutKey: "this list item has no key; write 'key:' on the line above"
        case .listOnKeyLine:
            "a list item needs a line of its own; start it below the key, or write [a, b]"
        default: nil
        }
    }

    private var valueSentence: String {
        switch self {
        case .anchor: "anchors ('&') are not supported; quote the text if it starts with '&'"
        case .alias: "aliases ('*') are not supported; quote the text if it starts with '*'"
        case .tag: "tags ('!') are not supported; quote the text if it starts with '!'"
        case .nestedMap:
            "a map inside a value is not supported; quote the text if the colon or brace is part of it"
        case .nestedList: "a list inside a list is not supported; quote the text if it starts so"
        case .unquotedColon:
            "a colon and a space need quotes around the whole text, as in key: \"one: two\""
        case .reservedIndicator(let text): "'\(text)' means something to YAML here; quote the text"
        case .unclosedQuote:
            "this quote is not closed; close it on this line, or indent the lines that follow"
        case .badEscape(let text):
            "'\(text)' is not an escape; write '\\\\' for a backslash, or use single quotes"
        case .textAfterValue:
            "there is text after the value's end; quote all of it, or put ' #' before a comment"
        case .unclosedList:
            "this list is not closed; write ']' on this line, or indent the lines that follow"
        case .emptyItem: "this comma has no item before it; remove it, or write \"\""
        case .missingComma: "write a comma between two items of a list"
        case .badBlockHeader(let text):
            "'\(cut(text))' does not start a block of text; write '|' or '>', with '-' or "
                + "an indentation from 1 to 9 after it"
        default: ""
        }
    }

    /// Cuts a text that would make the sentence hard to read.
    private func cut(_ text: String) -> String {
        text.count > 40 ? text.prefix(40) + "…" : text
    }

    private func codePoint(_ value: UInt32) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
