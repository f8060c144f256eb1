import EtudeDocuments
import EtudeTestSupport
import Testing

@Suite("Rendering")
struct RenderingTests {
    @Test
    func everyKindOfValueIsWritten() throws {
        let document = try Document.rendering(
            [
                ("title", .text("A question")), ("when", .text("asked: why")),
                ("created", .text("2026-11-22T10:04:05Z")), ("empty", .text("")),
                ("count", .integer(-3)), ("share", .decimal(0.5)), ("tiny", .decimal(1e-20)),
                ("large", .decimal(1e20)), ("whole", .decimal(2)), ("most", .decimal(-.infinity)),
                ("unknown", .decimal(.nan)), ("done", .boolean(false)),
                ("cues", .list(["fund", "source of funds"])), ("none", .list([])),
                ("odd", .list(["a, b", "yes"])), ("path", .text("C:\\dir \"x\"")),
                ("both", .text("it's \"so\"")), ("lines", .text("one\n\n two\n")),
                ("open", .text("one\ntwo")), ("hard", .text(" one\ttwo\n")),
            ], body: "\nText\r\n\n\n")
        try Snapshot.expect(document.text, in: "rendered.md")
    }

    @Test
    func longListHasALineForEachItem() throws {
        let words = (0..<20).map { "word-\($0)" }
        let document = try Document.rendering([("a", .list(words))], body: "")
        #expect(document.text.hasPrefix("---\na:\n  - word-0\n  - word-1\n"))
        #expect(document.listTexts("a") == words)
    }

    @Test
    func bodyEndsWithOneNewline() throws {
        #expect(try Document.rendering([], body: "").text == "---\n---\n")
        #expect(try Document.rendering([], body: "\n\n").text == "---\n---\n")
        #expect(try Document.rendering([], body: "a").text == "---\n---\na\n")
        #expect(try Document.rendering([], body: "\na\r\nb\r\n\r\n").text == "---\n---\n\na\nb\n")
    }

    @Test(arguments: [
        "", "A", "a b", "a: b\nc", "true", "-a", "é", String(repeating: "a", count: 65),
    ])
    func badKeyIsRefused(key: String) {
        let problem = #expect(throws: DocumentProblem.self) {
            try Document.rendering([("ok", .integer(1)), (key, .integer(1))], body: "")
        }
        #expect(problem?.kind == .badKey(key))
        #expect(problem?.place == Place(line: 3, column: 1, length: 1))
    }

    @Test
    func duplicateKeyIsRefused() {
        let problem = #expect(throws: DocumentProblem.self) {
            try Document.rendering([("a", .integer(1)), ("a", .integer(1))], body: "")
        }
        #expect(problem?.kind == .duplicateKey("a"))
    }

    @Test(arguments: ["\u{1B}", "\u{202E}", "\u{200B}", "\u{E0041}", "\r", "\u{FEFF}", "\u{85}"])
    func forbiddenCharacterIsRefused(character: String) throws {
        let value = try #require(character.unicodeScalars.first?.value)
        let text = "a\(character)b"
        let field = #expect(throws: DocumentProblem.self) {
            try Document.rendering([("a", .text(text))], body: "")
        }
        let item = #expect(throws: DocumentProblem.self) {
            try Document.rendering([("a", .list([text]))], body: "")
        }
        let body = #expect(throws: DocumentProblem.self) {
            try Document.rendering([("a", .text("b"))], body: "x\n" + text)
        }
        for problem in [field, item, body] {
            #expect(problem?.kind == .forbiddenCharacter(value))
        }
        #expect(body?.place == Place(line: 5, column: 2, length: 1))
    }

    @Test(arguments: ["x\r\n\r", "x\n\r\r\n", "x\n\r\n\r\r"])
    func carriageReturnDoesNotBecomeALineEnding(body: String) {
        let problem = #expect(throws: DocumentProblem.self) {
            try Document.rendering([], body: body)
        }
        #expect(problem?.kind == .forbiddenCharacter(0x0D))
        #expect(problem?.place.column == 1)
    }

    @Test
    func largeFrontmatterIsRefused() {
        let problem = #expect(throws: DocumentProblem.self) {
            let text = String(repeating: "a", count: 9000)
            return try Document.rendering([("a", .text(text))], body: "")
        }
        #expect(problem?.kind == .frontmatterTooLarge(limit: Document.frontmatterLimit))
    }
}
