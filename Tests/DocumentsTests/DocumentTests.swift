import EtudeDocuments
import Testing

@Suite("Documents")
struct DocumentTests {
    @Test(arguments: Fixtures.all)
    func fixtureKeepsItsBytes(source: String) throws {
        let document = try Document(text: source)
        #expect(document.bytes == Array(source.utf8))
        #expect(source.hasSuffix(document.body))
    }

    @Test(arguments: 0..<50)
    func generatedDocumentKeepsItsBytes(seed: Int) throws {
        var generator = FrontmatterGenerator(seed: seed)
        let source = generator.document()
        #expect(try Document(text: source).text == source)
    }

    @Test
    func fieldsAreInTheirOrderWithTheirRanges() throws {
        let document = try Document(frontmatter: "b: 'x'  # why\na:\n  - one\n  - \"two\"\nc:\n")
        #expect(document.fields.map(\.key) == ["b", "a", "c"])
        #expect(document.fields.map { document.source($0.keyRange) } == ["b", "a", "c"])
        #expect(
            document.fields.map { document.source($0.valueRange) }
                == ["'x'", "- one\n  - \"two\"", ""])
        #expect(
            document.field("a")?.itemRanges.map { document.source($0) } == ["one", "\"two\""])
        #expect(document.field("d") == nil)
    }

    @Test
    func bodyIsAllAfterTheClosingLine() throws {
        #expect(try Document(text: "---\na: b\n---\n\nText\n---\n").body == "\nText\n---\n")
        #expect(try Document(text: "---\na: b\n---").body.isEmpty)
        #expect(try Document(text: "---\n---\n").fields.isEmpty)
        #expect(try Document(text: "---  \na: b\n---  \nc").body == "c")
    }

    @Test
    func carriageReturnsBeforeNewlinesAreRead() throws {
        let document = try Document(
            text: "---\r\na: b\r\nc: |\r\n  d\r\n  e\r\nf:\r\n  - g\r\n---\r\nText\r\n")
        #expect(document.scalarText("a") == "b")
        #expect(document.scalarText("c") == "d\ne\n")
        #expect(document.listTexts("f") == ["g"])
        #expect(document.body == "Text\r\n")
    }

    @Test(arguments: [
        ("text", ScalarType.string), ("12", .integer), ("-7", .integer), ("+7", .integer),
        ("0x1F", .integer), ("0o17", .integer), ("017", .integer), ("1.5", .decimal),
        (".5", .decimal), ("5.", .decimal), ("1e3", .decimal), ("-.INF", .decimal),
        (".NaN", .decimal), ("true", .boolean), ("FALSE", .boolean), ("~", .null),
        ("Null", .null), ("yes", .string), ("tRUE", .string), ("1_000", .string), ("0x", .string),
        ("1e", .string), (".", .string), ("2026-11-22", .string), ("--1", .string),
    ])
    func plainTextHasTheTypeOfTheCoreSchema(text: String, type: ScalarType) throws {
        let document = try Document(frontmatter: "a: \(text)\nb: \"\(text)\"\n")
        guard case .scalar(let plain) = document.field("a")?.value,
            case .scalar(let quoted) = document.field("b")?.value
        else { throw DocumentTestFailure.missingScalar }
        #expect(plain.type == type)
        #expect(quoted.type == .string)
        #expect(plain.text == text && quoted.text == text)
    }

    @Test
    func scalarsConvertToTheirTypes() throws {
        let numbers = try Document(frontmatter: "a: [0x1F, 0o17, +5, 1.5, -.inf, TRUE, '1', 5.]\n")
        guard case .list(let items) = numbers.field("a")?.value else {
            throw DocumentTestFailure.missingScalar
        }
        #expect(items.map(\.integer) == [31, 15, 5, nil, nil, nil, nil, nil])
        #expect(items.map(\.decimal) == [31, 15, 5, 1.5, -.infinity, nil, nil, 5])
        #expect(items.map(\.boolean) == [nil, nil, nil, nil, nil, true, nil, nil])
    }

    @Test
    func documentsWithTheSameBytesAreEqual() throws {
        let document = try Document(text: "---\na: b\n---\n")
        #expect(try document == Document(text: "---\na: b\n---\n"))
        #expect(try document != Document(text: "---\na:  b\n---\n"))
    }

    @Test(arguments: 0..<20)
    func bytesInAnyOrderNeverTrap(seed: Int) {
        var mutation = Mutation(random: SeededGenerator(seed: 3000 + seed))
        for _ in 0..<1000 {
            let source = mutation.damage(Array("---\nk:\(mutation.tokens())\n---\n# h\n~~~\n".utf8))
            guard let document = try? Document(parsing: source) else { continue }
            _ = (document.sections, document.forbiddenCharacters(), document.line(3))
            let edits: [FieldEdit] = [.set("k", .text(mutation.text())), .remove("key")]
            _ = try? document.applying(edits)
        }
    }
}

/// Why a test cannot go on.
enum DocumentTestFailure: Error {
    case missingScalar
}

extension Document {
    fileprivate func source(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }
}
