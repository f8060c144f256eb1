import Testing

@Suite struct CodeScannerTests {
    @Test(arguments: [
        ("a // b\nc", "a     \nc"), ("a /* b /* c */ d\n */ e", "a               \n    e"),
        ("a \"b\" c", "a     c"), ("a \"b \\\" c\" d", "a          d"),
        ("\"\"\"\n b \"c\"\n\"\"\" d", "   \n      \n    d"),
        ("#\"a \" \\ b\"# c", "            c"), ("\"a \\(b(1)) c\" d", "     b(1))    d"),
        ("\"a \\(b(\"c\")) d\" e", "     b(   ))    e"), ("#if a", "#if a"),
        ("\"// no comment\" a", "                a"), ("// \"no text\na", "           \na"),
        ("\"open", "     "), ("#\"\\#(a)\"#", "     a)  "),
    ])
    func whatIsLeftIsCode(text: String, code: String) {
        #expect(CodeScanner.code(of: text) == code)
    }

    @Test func linesStayWhereTheyAre() throws {
        for file in try SourceFile.all(below: "Tests/ArchitectureTests") {
            #expect(file.code.count == file.text.count { $0 == "\n" } + 1, "\(file.path)")
        }
    }
}
