import EtudeDocuments
import Testing

@Suite("Character rules")
struct CharacterRulesTests {
    @Test(arguments: [
        0x0, 0x8, 0xB, 0xC, 0xD, 0x1B, 0x1F, 0x7F, 0x80, 0x85, 0x9F, 0x61C, 0x180E, 0x200B, 0x200D,
        0x200E, 0x200F, 0x2028, 0x2029, 0x202A, 0x202E, 0x2060, 0x2066, 0x2069, 0x206F, 0xFEFF,
        0xFFFE, 0xFFFF, 0xE0000, 0xE0041, 0xE007F,
    ])
    func hiddenScalarsAreForbidden(value: Int) throws {
        let scalar = try #require(Unicode.Scalar(UInt32(value)))
        #expect(CharacterRules.isForbidden(scalar))
        let found = CharacterRules.firstForbidden(in: "aé\(scalar)b")
        #expect(found?.scalar == scalar)
        #expect(found?.offset == 2)
    }

    @Test(arguments: [
        "", "text", "tab\tnewline\n", "é ü ß", "日本語", "🙂", "❤️", "a\u{A0}b", "‘quoted’ – dash…",
        "windows\r\nlines\r\n", "\u{FFFD}", "\u{10FFFF}", "\u{E0100}",
    ])
    func visibleTextIsClean(text: String) throws {
        #expect(CharacterRules.firstForbidden(in: text) == nil)
        let document = try Document(text: "---\na: b\n---\n" + text)
        #expect(document.forbiddenCharacters().isEmpty)
    }

    @Test
    func carriageReturnAloneIsForbidden() {
        #expect(CharacterRules.firstForbidden(in: "a\rb")?.offset == 1)
        #expect(CharacterRules.firstForbidden(in: "a\r")?.offset == 1)
        #expect(CharacterRules.firstForbidden(in: "\r\r\n")?.offset == 0)
    }

    @Test
    func escapedTextIsSafeToPrint() {
        #expect(
            CharacterRules.escaped("a\u{1B}[0m\tb\nc\u{E0041}") == "a\\u{1b}[0m\tb\nc\\u{e0041}")
    }

    @Test
    func bodyIsReportedWithPlaces() throws {
        let document = try Document(text: "---\na: b\n---\nok\n\u{7}é\u{200B}\u{E0041}\r\nx\ry\n")
        #expect(
            document.forbiddenCharacters() == [
                problem(0x7, 5, 1), problem(0x200B, 5, 3), problem(0xE0041, 5, 4),
                problem(0xD, 6, 2),
            ])
    }

    private func problem(_ value: UInt32, _ line: Int, _ column: Int) -> DocumentProblem {
        DocumentProblem(
            kind: .forbiddenCharacter(value), place: Place(line: line, column: column, length: 1))
    }
}
