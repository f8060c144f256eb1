import EtudeDocuments
import EtudeTestSupport
import Testing
import Yams

@Suite("What is accepted means the same to Yams")
struct OracleTests {
    private let oracle: YamsOracle

    init() throws {
        oracle = try YamsOracle()
    }

    @Test(arguments: Fixtures.all)
    func fixtureMeansTheSame(source: String) throws {
        try expectSameMeaning(try Document(text: source), "\(source)")
    }

    @Test(arguments: 0..<40)
    func generatedFrontmatterMeansTheSame(seed: Int) throws {
        var generator = FrontmatterGenerator(seed: seed)
        for _ in 0..<25 {
            let source = generator.document()
            try expectSameMeaning(try Document(text: source), "\(source.debugDescription)")
        }
    }

    @Test(arguments: 0..<40)
    func damagedFrontmatterMeansTheSameOrIsRefused(seed: Int) throws {
        var generator = FrontmatterGenerator(seed: seed)
        var mutation = Mutation(random: SeededGenerator(seed: 5000 + seed))
        for _ in 0..<100 {
            try expectSameMeaningIfAccepted(mutation.damage(Array(generator.document().utf8)))
        }
    }

    @Test(arguments: 0..<40)
    func tokensInAnyOrderMeanTheSameOrAreRefused(seed: Int) throws {
        var soup = Mutation(random: SeededGenerator(seed: 1000 + seed))
        for _ in 0..<400 {
            let source = "---\nkey:" + soup.value() + "\n---\n"
            try expectSameMeaningIfAccepted(Array(source.utf8))
        }
    }

    @Test(arguments: 0..<10)
    func renderedTextIsTextToYAML11AndYAML12(seed: Int) throws {
        var mutation = Mutation(random: SeededGenerator(seed: 2000 + seed))
        for _ in 0..<100 {
            let text = mutation.text()
            let document = try Document.rendering(
                [("one", .text(text)), ("many", .list([text, "x"]))], body: "")
            let node = try #require(try Yams.compose(yaml: document.frontmatter))
            #expect(node["one"]?.string == text, "\(document.text)")
            #expect(node["one"]?.tag.description.hasSuffix(":str") == true, "\(document.text)")
            #expect(node["many"]?.sequence?.first?.string == text, "\(document.text)")
            #expect(document.scalarText("one") == text)
            try expectSameMeaning(document, "\(document.text)")
        }
    }

    @Test(arguments: try Corpus.names())
    func corpusMeansTheSameOrIsRefused(name: String) throws {
        try expectSameMeaningIfAccepted(Corpus.bytes(of: name))
    }

    private func expectSameMeaningIfAccepted(_ source: [UInt8]) throws {
        guard let document = try? Document(parsing: source) else { return }
        try expectSameMeaning(document, "\(document.text.debugDescription)")
    }

    private func expectSameMeaning(_ document: Document, _ comment: Comment) throws {
        do {
            let expected = try oracle.meanings(of: document.frontmatter)
            #expect(document.fields.map(Meaning.init) == expected, comment)
        } catch {
            Issue.record("Yams refuses what is accepted: \(error)\n\(comment)")
        }
    }
}
