import EtudeDocuments
import Testing

@Suite("Editing")
struct EditingTests {
    /// A frontmatter, a change, and the frontmatter after it.
    typealias Example = (before: String, edit: FieldEdit, after: String)

    static let examples: [Example] = [
        ("a:   b   # why\nc: d\n", .set("a", .text("x")), "a:   x   # why\nc: d\n"),
        ("a: \"b\"\n", .set("a", .text("x")), "a: \"x\"\n"),
        ("a: 'b'\n", .set("a", .text("it's")), "a: 'it''s'\n"),
        ("a: 'b'\n", .set("a", .text("x\ny")), "a: \"x\\ny\"\n"),
        ("a: b\n", .set("a", .text("2026-11-22")), "a: \"2026-11-22\"\n"),
        ("a: 2026-11-22\n", .set("a", .text("2026-11-22")), "a: 2026-11-22\n"),
        ("a: 1\n", .set("a", .text("1")), "a: \"1\"\n"),
        ("a: 0x1F\n", .set("a", .integer(31)), "a: 31\n"),
        ("a: 'x'\n", .set("a", .integer(3)), "a: 3\n"),
        ("a: 0.70\n", .set("a", .decimal(0.75)), "a: 0.75\n"),
        ("a: true # b\n", .set("a", .boolean(false)), "a: false # b\n"),
        ("a:\nb: c\n", .set("a", .text("x")), "a: x\nb: c\n"),
        ("a: # why\n", .set("a", .list(["x", "z"])), "a: [x, z] # why\n"),
        ("a: [b,  c] # why\n", .set("a", .list(["x", "y, z"])), "a: [x, \"y, z\"] # why\n"),
        ("a: [b, c]\n", .set("a", .list([])), "a: []\n"),
        ("a:\n  - b # one\n  - c\n", .set("a", .list(["b", "x"])), "a:\n  - b # one\n  - x\n"),
        ("a:\n- b # one\n", .set("a", .list(["b", "x"])), "a:\n- b # one\n- x\n"),
        ("a:\n  - b\n  - c # two\n", .set("a", .list(["b"])), "a:\n  - b\n"),
        ("a: # w\n  - b\n  - c # two\n", .set("a", .list(["x"])), "a: # w\n  - x # two\n"),
        ("a:\n  - b\n", .set("a", .list([])), "a: []\n"),
        ("a: # w\n- b\n", .set("a", .text("x")), "a: # w\n  x\n"),
        ("a: b\n  c\nd: e\n", .set("a", .text("x")), "a: x\nd: e\n"),
        ("a:\n  b\n", .set("a", .text("x")), "a: x\n"),
        ("a: | # w\n  b\n\nc: d\n", .set("a", .text("x")), "a: x # w\n\nc: d\n"),
        ("a: >-\n   b\n", .set("a", .text("x\n\ny\n")), "a: |\n   x\n\n   y\n"),
        ("a: |\nb: c\n", .set("a", .text("x\ny")), "a: \"x\\ny\"\nb: c\n"),
        ("a: |4\n    b\n   # c\n", .set("a", .text("x\ny")), "a: |-\n    x\n    y\n   # c\n"),
        ("a: b\n# end\n", .set("c", .text("d")), "a: b\n# end\nc: d\n"),
        ("a: |\n  b\n\n", .set("c", .list(["d"])), "a: |\n  b\n\nc: [d]\n"),
        ("a: b\n", .set("c", .text("d\ne")), "a: b\nc: |-\n  d\n  e\n"),
        ("a: b # w\nc: d\n", .remove("a"), "c: d\n"),
        ("# t\na:\n  - b\n\n  - c # w\n\n# n\nd: e\n", .remove("a"), "# t\n\n# n\nd: e\n"),
        ("a: |\n  b\nc: d\n  # e\nf: g\n", .remove("c"), "a: |\n  b\nf: g\n"),
        ("a: |\n  b\nc: d\n    \nf: g\n", .remove("c"), "a: |\n  b\nf: g\n"),
        ("a: b\n", .remove("x"), "a: b\n"),
    ]

    @Test(arguments: examples.indices)
    func editChangesTheFieldAlone(index: Int) throws {
        let example = Self.examples[index]
        for newline in ["\n", "\r\n"] {
            let before = try Document(text: file(example.before, newline))
            let after = try before.applying([example.edit])
            #expect(after.text == file(example.after, newline))
        }
    }

    @Test(arguments: 0..<40)
    func setLeavesAllElseAlone(seed: Int) throws {
        var generator = FrontmatterGenerator(seed: seed)
        for _ in 0..<20 {
            let document = try Document(text: generator.document())
            for field in document.fields {
                let value = randomValue(&generator.random)
                let changed = try document.applying([.set(field.key, value)])
                #expect(value.isIn(changed.field(field.key)), "\(document.text) \(value)")
                expectSameSurroundings(of: field, in: document, changed)
                expectSameFields(but: field.key, in: document, changed)
                #expect(try changed.applying([.set(field.key, value)]) == changed)
            }
        }
    }

    @Test(arguments: 0..<40)
    func removeAndAddLeaveAllElseAlone(seed: Int) throws {
        var generator = FrontmatterGenerator(seed: seed)
        for _ in 0..<20 {
            let document = try Document(text: generator.document())
            for field in document.fields {
                let removed = try document.applying([.remove(field.key)])
                #expect(removed.field(field.key) == nil)
                #expect(removed.body == document.body)
                expectSameFields(but: field.key, in: document, removed)
            }
            let value = randomValue(&generator.random)
            let added = try document.applying([.set("new", value)])
            #expect(value.isIn(added.fields.last))
            #expect(added.body == document.body)
            #expect(added.text.hasPrefix(String(document.text.prefix(4))))
            expectSameFields(but: "new", in: document, added)
        }
    }

    @Test(arguments: 0..<40)
    func unlikelyDocumentsKeepTheirOtherFields(seed: Int) throws {
        var soup = Mutation(random: SeededGenerator(seed: 4000 + seed))
        for _ in 0..<300 {
            let source = "---\na: |\n  x\nkey:" + soup.value() + "\nz: 1\n---\n"
            guard let document = try? Document(text: source) else { continue }
            for field in document.fields {
                let value = randomValue(&soup.random)
                let changed = try document.applying([.set(field.key, value)])
                #expect(value.isIn(changed.field(field.key)), "\(source) \(value)")
                expectSameFields(but: field.key, in: document, changed)
                let removed = try document.applying([.remove(field.key)])
                expectSameFields(but: field.key, in: document, removed)
            }
        }
    }

    @Test
    func bodyIsReplacedAsGiven() throws {
        let document = try Document(text: "---\na: b # c\n---\nold")
        let replaced = try document.applying([.replaceBody("\nnew\n")])
        #expect(replaced.text == "---\na: b # c\n---\n\nnew\n")
        let open = try Document(text: "---\r\na: b\r\n---")
        #expect(try open.applying([.replaceBody("x")]).text == "---\r\na: b\r\n---\r\nx")
        #expect(try open.applying([.replaceBody("")]) == open)
    }

    @Test
    func editsApplyInOrder() throws {
        let document = try Document(frontmatter: "a: b\n")
        let edits: [FieldEdit] = [
            .set("c", .integer(1)), .remove("a"), .set("c", .integer(2)), .replaceBody("x\n"),
        ]
        #expect(try document.applying(edits).text == "---\nc: 2\n---\nx\n")
    }

    @Test
    func editThatWouldBeInvalidIsRefused() throws {
        let document = try Document(text: "---\na: b\n---\nbad \u{1B}\n")
        #expect(try document.applying([.set("a", .text("x"))]).scalarText("a") == "x")
        #expect(problem(document, .set("A", .text("x")))?.kind == .badKey("A"))
        #expect(problem(document, .set("b: c\nd", .text("x")))?.place.line == 3)
        let hidden = problem(document, .set("a", .text("x\u{200B}")))
        #expect(hidden?.kind == .forbiddenCharacter(0x200B))
        #expect(hidden?.place == Place(line: 2, column: 5, length: 1))
        #expect(problem(document, .replaceBody("\u{7}"))?.place.line == 4)
        let long = String(repeating: "a", count: 70_000)
        #expect(problem(document, .replaceBody(long))?.kind == .tooLarge(limit: 65_536))
    }

    private func problem(_ document: Document, _ edit: FieldEdit) -> DocumentProblem? {
        #expect(throws: DocumentProblem.self) { try document.applying([edit]) }
    }

    private func file(_ frontmatter: String, _ newline: String) -> String {
        ("---\n" + frontmatter + "---\nbody\n").split(
            separator: "\n", omittingEmptySubsequences: false
        ).joined(separator: newline)
    }

    private func randomValue(_ random: inout SeededGenerator) -> FieldValue {
        var texts = Mutation(random: random)
        let value: FieldValue =
            switch Int.random(in: 0..<6, using: &texts.random) {
            case 0: .integer(Int.random(in: -9...99, using: &texts.random))
            case 1: .boolean(texts.random.chance(oneIn: 2))
            case 2: .list((0..<3).map { _ in texts.text() })
            case 3: .list([])
            case 4: .decimal(Double.random(in: -1...1, using: &texts.random))
            default: .text(texts.text())
            }
        random = texts.random
        return value
    }

    /// All before the key and all after the line that the value ends on.
    private func expectSameSurroundings(of field: Field, in old: Document, _ new: Document) {
        let head = old.bytes[..<field.keyRange.upperBound]
        let tail = old.bytes[field.valueRange.upperBound...].drop { $0 != 0x0A }
        #expect(new.bytes.starts(with: head))
        #expect(new.bytes.suffix(tail.count).elementsEqual(tail), "\(old.text)\n\(new.text)")
    }

    private func expectSameFields(but key: String, in old: Document, _ new: Document) {
        let kept = old.fields.filter { $0.key != key }.map(Meaning.init)
        #expect(new.fields.filter { $0.key != key }.map(Meaning.init) == kept, "\(old.text)")
    }
}
