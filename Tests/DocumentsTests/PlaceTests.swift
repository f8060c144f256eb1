import EtudeDocuments
import Testing

@Suite("Places and excerpts")
struct PlaceTests {
    @Test
    func columnsCountScalars() throws {
        let document = try Document(text: "---\na: ü\u{301}x # 日本\n---\n")
        let range = try #require(document.field("a")?.valueRange)
        #expect(document.place(of: range) == Place(line: 2, column: 4, length: 3))
        #expect(document.place(of: 0..<0) == Place(line: 1, column: 1, length: 1))
    }

    @Test
    func rangeOverLinesIsMarkedToItsFirstLinesEnd() throws {
        let document = try Document(text: "---\r\na: b\r\n---\r\n")
        #expect(document.place(of: 5..<99) == Place(line: 2, column: 1, length: 4))
        #expect(document.place(of: 900..<901) == Place(line: 4, column: 1, length: 1))
    }

    @Test
    func linesAreSafeToPrint() throws {
        let document = try Document(text: "---\na: b\n---\n\u{1B}[2Jx\t\u{202E}\r\n")
        #expect(document.line(2) == "a: b")
        #expect(document.line(4) == "\\u{1b}[2Jx\\u{9}\\u{202e}")
        #expect(document.line(5).isEmpty)
        #expect(document.line(99).isEmpty)
        #expect(document.line(0) == "---")
    }

    @Test
    func markerFollowsEscapes() {
        let bytes = Array("a\tb\u{7F}c".utf8)
        let excerpt = Excerpt(of: Place(line: 1, column: 3, length: 2), in: bytes)
        #expect(excerpt.text == "a\\u{9}b\\u{7f}c")
        #expect(excerpt.marker == 6..<13)
        let end = Excerpt(of: Place(line: 1, column: 9, length: 4), in: bytes)
        #expect(end.marker == 14..<15)
    }

    @Test
    func strayContinuationByteHasAColumnOfItsOwn() {
        let bytes = Array("---\na: é".utf8) + [0x80, 0x0A]
        let problem = #expect(throws: DocumentProblem.self) { try Document(parsing: bytes) }
        #expect(problem?.place == Place(line: 2, column: 5, length: 1))
    }

    @Test
    func linesThatAreNotUTF8AreRepaired() {
        let excerpt = Excerpt(of: Place(line: 1, column: 2, length: 1), in: [0x61, 0xFF, 0x62])
        #expect(excerpt.text == "a\u{FFFD}b")
        #expect(excerpt.marker == 1..<2)
    }
}
