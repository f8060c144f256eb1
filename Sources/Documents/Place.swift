/// A stretch of one line in a source text, for pointing at it.
public struct Place: Hashable, Sendable {
    /// The line's number, from 1.
    public let line: Int

    /// The first marked Unicode scalar of the line, from 1.
    public let column: Int

    /// How many Unicode scalars to mark, at least 1.
    public let length: Int

    /// Creates a place from its numbers; a length below 1 counts as 1.
    public init(line: Int, column: Int, length: Int) {
        self.line = line
        self.column = column
        self.length = max(1, length)
    }

    /// Finds the place of a byte range in a source text.
    ///
    /// A range over several lines is marked to the end of its first line; a range that reaches
    /// past the text is cut to it. The cost is linear in the range's end.
    ///
    /// - Parameters:
    ///   - range: Offsets in `bytes`.
    ///   - bytes: Text that is UTF-8 up to the range's start.
    public init(of range: Range<Int>, in bytes: [UInt8]) {
        let range = range.clamped(to: 0..<bytes.count)
        var counter = PlaceCounter(bytes: bytes)
        counter.advance(to: range.lowerBound)
        self = counter.place(upTo: range.upperBound)
    }
}
