import EtudeDocuments
import EtudeTestSupport
import Testing

@Suite("Problems")
struct ProblemTests {
    @Test(arguments: ProblemCase.all.indices)
    func kindAndPlaceAreTold(index: Int) {
        let example = ProblemCase.all[index]
        let problem = #expect(throws: DocumentProblem.self) {
            try Document(parsing: example.source)
        }
        #expect(problem?.kind == example.kind)
        #expect(problem?.place == example.place)
    }

    @Test
    func messagesAreAsRecorded() throws {
        let report = ProblemCase.all.map { example in
            let problem = DocumentProblem(kind: example.kind, place: example.place)
            let excerpt = Excerpt(of: example.place, in: example.source)
            let margin = String(repeating: " ", count: excerpt.marker.lowerBound)
            let marker = String(repeating: "^", count: excerpt.marker.count)
            return "\(problem.message)\n  \(excerpt.text.prefix(70))\n  \(margin)\(marker)\n"
        }
        try Snapshot.expect(report.joined(separator: "\n"), in: "problems.txt")
    }

    @Test
    func quotedTextOfAMessageIsEscaped() {
        let place = Place(line: 1, column: 1, length: 1)
        let problem = DocumentProblem(kind: .badKey("\u{1B}[2J"), place: place)
        #expect(problem.message.hasPrefix("'\\u{1b}[2J' is not a key"))
    }

    @Test(arguments: ["\n", "\r\n", " \n"])
    func escapeThatItsLineCutsIsToldOnOneLine(ending: String) {
        let problem = #expect(throws: DocumentProblem.self) {
            try Document(frontmatter: "a: \"\\U00" + ending + "  b\"\n")
        }
        #expect(problem?.kind == .badEscape("\\U00"))
        #expect(problem?.place == Place(line: 2, column: 5, length: 4))
    }

    @Test
    func quotedTextOfAMessageIsCut() {
        let place = Place(line: 1, column: 1, length: 1)
        let key = String(repeating: "A", count: 5000)
        let message = DocumentProblem(kind: .badKey(key), place: place).message
        #expect(message.hasPrefix("'\(String(repeating: "A", count: 40))…' is not a key"))
    }

    @Test
    func everyKindHasAnExample() {
        let names = ProblemCase.all.map { "\($0.kind)".prefix { $0 != "(" } }
        #expect(Set(names).count == 32)
    }
}
