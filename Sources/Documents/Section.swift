/// A heading of the body with the text below it.
public struct Section: Hashable, Sendable {
    /// The heading's level, 1 to 6.
    public let level: Int

    /// The heading's text, without its marks and the spaces around it.
    public let title: String

    /// The bytes of the document from the heading's line up to the next heading of any level.
    public let range: Range<Int>

    /// The bytes of the document below the heading's line.
    public let textRange: Range<Int>

    /// What stands below the heading's line, up to the next heading of any level.
    public let text: String
}

extension Document {
    /// The headings of the body in order, read with each call in time linear in the body.
    ///
    /// A heading is a line of one to six `#` and a space, as in CommonMark 0.31 (ATX headings);
    /// a line in a fenced code block is none. Text before the first heading is in no section.
    public var sections: [Section] {
        var scanner = HeadingScanner(bytes: bytes, range: bodyRange)
        let headings = scanner.scanHeadings()
        return headings.indices.map { index in
            let end = index + 1 < headings.count ? headings[index + 1].start : bytes.count
            return section(headings[index], end: end)
        }
    }

    private func section(_ heading: HeadingScanner.Heading, end: Int) -> Section {
        let textRange = heading.lineEnd..<end
        return Section(
            level: heading.level,
            title: String(decoding: bytes[heading.title], as: UTF8.self),
            range: heading.start..<end, textRange: textRange,
            text: String(decoding: bytes[textRange], as: UTF8.self))
    }
}
