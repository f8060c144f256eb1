import EtudeDocuments
import Testing

@Suite("Sections")
struct SectionTests {
    @Test
    func headingsHaveLevelTitleAndText() throws {
        let document = try Document(text: "---\n---\nintro\n# One\ntext\n\n###  Two ##\n## \n#no\n")
        #expect(document.sections.map(\.level) == [1, 3, 2])
        #expect(document.sections.map(\.title) == ["One", "Two", ""])
        #expect(document.sections.map(\.text) == ["text\n\n", "", "#no\n"])
        let sources = document.sections.map { document.bytes[$0.range] }
        let texts = sources.map { String(decoding: $0, as: UTF8.self) }
        #expect(texts == ["# One\ntext\n\n", "###  Two ##\n", "## \n#no\n"])
    }

    @Test(arguments: [
        "#hash", "####### seven", "    # code", "\\# escaped", "text\n", "",
        "```\n# code\n```\n", "~~~ swift\n# code\n```\n# code\n~~~~\n", "````\n```\n# code\n````",
        "```\n# never closed", "  ```\n# code\n  ```",
    ])
    func otherLinesAreNoHeadings(body: String) throws {
        #expect(try Document(text: "---\n---\n" + body).sections.isEmpty)
    }

    @Test(arguments: [
        ("# a # b", "a # b"), ("# a#", "a#"), ("   # a", "a"), ("#\ta", "a"), ("# a ###  ", "a"),
        ("# #", ""), ("#", ""), ("# a\r", "a"), ("``` a`b\n# a", "a"), ("```\n```\n# a", "a"),
    ])
    func titlesLoseTheirMarks(body: String, title: String) throws {
        #expect(try Document(text: "---\n---\n" + body + "\n").sections.map(\.title) == [title])
    }
}
