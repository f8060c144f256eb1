/// Finds the headings of a Markdown text, line by line.
struct HeadingScanner {
    /// A heading's line.
    struct Heading {
        let level: Int
        let title: Range<Int>
        /// Where the line starts.
        let start: Int
        /// Where the next line starts.
        let lineEnd: Int
    }

    /// The marks that open a fenced code block.
    private struct Fence {
        let mark: UInt8
        let length: Int
    }

    let bytes: [UInt8]
    let range: Range<Int>
    private var openFence: Fence?

    init(bytes: [UInt8], range: Range<Int>) {
        self.bytes = bytes
        self.range = range
    }

    mutating func scanHeadings() -> [Heading] {
        var headings: [Heading] = []
        var start = range.lowerBound
        while start < range.upperBound {
            let ending = bytes[start..<range.upperBound].firstIndex(of: ASCII.newline)
            let next = ending.map { $0 + 1 } ?? range.upperBound
            let line = trimmed(start..<next)
            if line.lowerBound - start <= 3, !line.isEmpty, !isInCode(line) {
                headings += heading(line, start: start, lineEnd: next).map { [$0] } ?? []
            }
            start = next
        }
        return headings
    }

    /// Follows the fences, and tells whether a line belongs to a code block or is a fence.
    private mutating func isInCode(_ line: Range<Int>) -> Bool {
        let mark = bytes[line.lowerBound]
        let length = markCount(mark, in: line)
        let rest = trimmed(line.dropFirst(length))
        if let fence = openFence {
            if mark == fence.mark, length >= fence.length, rest.isEmpty { openFence = nil }
            return true
        }
        guard mark == ASCII.backtick || mark == ASCII.tilde, length >= 3 else { return false }
        if mark == ASCII.backtick, bytes[rest].contains(mark) { return false }
        openFence = Fence(mark: mark, length: length)
        return true
    }

    private func heading(_ line: Range<Int>, start: Int, lineEnd: Int) -> Heading? {
        let level = markCount(ASCII.hash, in: line)
        let rest = line.dropFirst(level)
        guard (1...6).contains(level), rest.first.map({ Self.isSpace(bytes[$0]) }) ?? true else {
            return nil
        }
        return Heading(level: level, title: title(rest), start: start, lineEnd: lineEnd)
    }

    /// Cuts closing marks, which follow a space, off a heading's text.
    private func title(_ text: Range<Int>) -> Range<Int> {
        var end = text.upperBound
        while end > text.lowerBound, bytes[end - 1] == ASCII.hash { end -= 1 }
        let isClosed = end < text.upperBound && Self.isSpace(bytes[end - 1])
        return trimmed(isClosed ? text.lowerBound..<end : text)
    }

    private func markCount(_ mark: UInt8, in line: Range<Int>) -> Int {
        bytes[line].prefix { $0 == mark }.count
    }

    private func trimmed(_ text: Range<Int>) -> Range<Int> {
        var text = text
        while let first = text.first, Self.isSpace(bytes[first]) { text.removeFirst() }
        while let last = text.last, Self.isSpace(bytes[last]) { text.removeLast() }
        return text
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        switch byte {
        case ASCII.space, ASCII.tab, ASCII.newline, ASCII.carriageReturn: true
        default: false
        }
    }
}
