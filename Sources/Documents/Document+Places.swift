extension Document {
    /// Finds the place of a byte range; one over several lines is marked to its first line's end.
    public func place(of range: Range<Int>) -> Place {
        Place(of: range, in: bytes)
    }

    /// Returns a source line by its number from 1, safe to print; empty past the last line.
    ///
    /// Controls, tabs and other forbidden characters are written as `\u{…}`.
    public func line(_ number: Int) -> String {
        Excerpt(of: Place(line: number, column: 1, length: 1), in: bytes).text
    }

    /// Lists the forbidden characters of the body; the frontmatter of a document has none.
    ///
    /// - Returns: A problem for each, in the file's order; see `CharacterRules`.
    public func forbiddenCharacters() -> [DocumentProblem] {
        var problems: [DocumentProblem] = []
        var counter = PlaceCounter(bytes: bytes)
        var rest = bodyRange
        while let finding = CharacterRules.firstForbidden(in: rest, of: bytes) {
            counter.advance(to: finding.range.lowerBound)
            let place = counter.place(upTo: finding.range.upperBound)
            problems.append(DocumentProblem(kind: .forbiddenCharacter(finding.value), place: place))
            rest = finding.range.upperBound..<rest.upperBound
        }
        return problems
    }
}
