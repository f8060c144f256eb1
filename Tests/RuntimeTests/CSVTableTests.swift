@testable import EtudeRuntime
import Testing

@Suite struct CSVTableTests {
    func rows(_ text: String) throws -> [[String]] {
        let table = try CSVTable(Array(text.utf8))
        return [table.header] + table.rows.map(\.fields)
    }

    @Test(arguments: [
        ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
        ("a,b\n1,2", [["a", "b"], ["1", "2"]]),
        ("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
        ("a,b\n\"1,5\",\"say \"\"hi\"\"\"\n", [["a", "b"], ["1,5", "say \"hi\""]]),
        ("a,b\n\"one\ntwo\",3\n", [["a", "b"], ["one\ntwo", "3"]]),
        ("a,b\r\n\"one\r\ntwo\",3\r\n", [["a", "b"], ["one\r\ntwo", "3"]]),
        ("\u{FEFF}a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
        ("a,b\n,\n", [["a", "b"], ["", ""]]),
        ("a,b\n\"\",\"\"\n", [["a", "b"], ["", ""]]),
        ("a\n\n1\n\n", [["a"], ["1"]]),
        ("a,b\n1, 2 \n", [["a", "b"], ["1", " 2 "]]),
        ("a,b\n5\" disk,x\n", [["a", "b"], ["5\" disk", "x"]]),
        ("\"a\",\"b\"\nä,\u{1F600}\n", [["a", "b"], ["ä", "\u{1F600}"]]),
        ("a,b\n", [["a", "b"]]),
    ])
    func readsRows(text: String, expected: [[String]]) throws {
        #expect(try rows(text) == expected)
    }

    @Test(arguments: [
        ("", 1, "the file is empty"),
        ("a,b\n1\n", 2, "the row has 1 fields, and the header has 2"),
        ("a,b\n1,2\n1,2,3\n", 3, "the row has 3 fields, and the header has 2"),
        ("a,b\n\"x\ny\nz\",2\n1\n", 5, "the row has 1 fields, and the header has 2"),
        ("a,b\n1,2\n3,\"open\nand more\n", 3, "a quote is opened and never closed"),
        ("a,b\n\"", 2, "a quote is opened and never closed"),
        (
            "a,b\n\"1\"2,3\n", 2,
            "text follows a closing quote; write a quote inside a field twice"
        ),
    ])
    func namesTheLineOfWhatIsWrong(text: String, line: Int, message: String) {
        #expect(throws: CSVTable.Problem(line: line, message: message)) { try rows(text) }
    }

    @Test func rowsKnowTheLineOnWhichTheyBegin() throws {
        let table = try CSVTable(Array("a\n\"1\n2\"\n\n3\n".utf8))
        #expect(table.rows.map(\.line) == [2, 5])
    }

    @Test func aColumnIsFoundByItsName() throws {
        let table = try CSVTable(Array("text,category\n".utf8))
        #expect(try table.column("category") == 1)
        let problem = CSVTable.Problem(
            line: 1, message: "there is no column 'label'; the header is 'text,category'")
        #expect(throws: problem) { try table.column("label") }
    }

    /// Whatever fields hold, they come back as they were written.
    @Test func writtenFieldsComeBack() throws {
        var generator = SeededGenerator(seed: 11)
        let pieces = ["a", "\"", ",", "\n", "\r\n", " ", "ü", "", "#"]
        for _ in 0..<300 {
            let table = (0..<4).map { _ in
                (0..<3).map { _ in
                    (0..<Int(generator.next() % 5)).map { _ in
                        pieces[Int(generator.next() % UInt64(pieces.count))]
                    }.joined()
                }
            }
            let text = table.map { row in
                row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",")
                    + "\n"
            }.joined()
            #expect(try rows(text) == table)
        }
    }
}
