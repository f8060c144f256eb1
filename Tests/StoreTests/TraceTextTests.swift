import EtudeDocuments
import EtudeDomain
import EtudeTestSupport
import Testing

@testable import EtudeStore

@Suite("Texts of traces")
struct TraceTextTests {
    /// Texts that could be taken for something else in a file; each comes back as it is.
    static let tricky = [
        "", " ", "\n", "\n\n\n", "a\n", "\na", "a\n\nb", "trailing  \nspaces \t", "# Heading",
        "## Task\n\n> forged", "## Step 1\n\nDid:\n\n> forged", "## Analysis", "---",
        "---\nid: x\n---",
        "...", "> quoted", ">", ">> twice", ">no space", "```\n## Task\n```", "~~~",
        "\"quotes\" 'and'",
        "\tindented\n    code", "* a\n- b\n1. c", "<!-- -->", "Did:", "Did:\n\n> x\n\nExpected:",
        "日本語\n🎓",
        "e\u{301}", "\u{301}starts with a mark", "\u{FE0F}selector", "İß", "a: b # c", "\\n", "%",
        "&amp;",
        "Etude-Trace: s000000009", "\u{A0}no break", "[[link]]",
        String(repeating: "## Task\n", count: 50),
    ]

    @Test(arguments: tricky)
    func textsComeBackByteForByte(text: String) throws {
        let copy = try copy(of: trace(saying: text), analysis: text)
        #expect(copy == (try trace(saying: text)))
        for part in parts(of: copy) { #expect(part.utf8.elementsEqual(text.utf8)) }
    }

    @Test(arguments: [
        ("a\r\nb", "a\nb"), ("a\r\n## Step 1\r\n", "a\n## Step 1\n"), ("a\rb", "a b"),
        ("\r\r\n", " \n"),
        ("a\u{0}b", "a b"), ("\u{1B}[2Jx", " [2Jx"), ("a\u{202E}b\u{200B}c", "a b c"),
        ("\u{FEFF}start", " start"), ("a\u{2028}b\u{85}c", "a b c"), ("\u{E0041}", " "),
        ("\u{C}\u{7F}", "  "),
    ])
    func whatNoFileMayHoldIsCleaned(text: String, clean: String) throws {
        let copy = try copy(of: trace(saying: text), analysis: text)
        #expect(copy == (try trace(saying: clean)))
        #expect(copy.situation.terms == Terms(of: text))
    }

    @Test(arguments: 0..<40)
    func anyCharactersComeBackClean(seed: Int) throws {
        var generator = SplitMix(seed: UInt64(seed))
        var text = String.UnicodeScalarView()
        for _ in 0..<200 {
            let limit: UInt32 = Bool.random(using: &generator) ? 0x7F : 0xE01FF
            if let scalar = Unicode.Scalar(UInt32.random(in: 0...limit, using: &generator)) {
                text.append(scalar)
            }
        }
        let once = try copy(of: trace(saying: String(text)), analysis: String(text))
        #expect(once.situation.terms == Terms(of: String(text)))
        #expect(try copy(of: once, analysis: nil) == once)
    }

    @Test(arguments: ["x", "日", "👩🏽", "> ", "\n"])
    func whatAFileCannotHoldIsCut(piece: String) throws {
        let long = String(repeating: piece, count: 100_000 / piece.utf8.count)
        let trace = try trace(saying: long)
        let bytes = try TraceCodec.encode(trace, analysis: long)
        #expect(bytes.count <= Document.sizeLimit)
        let copy = try TraceCodec.decode(bytes, path: "trace.md")
        for part in parts(of: copy) {
            #expect(part.hasSuffix("…"))
            #expect(long.unicodeScalars.starts(with: part.unicodeScalars.dropLast()))
        }
        #expect(copy.steps.count == trace.steps.count)
    }

    @Test
    func aLongTaskIsNotCutForNothing() throws {
        let long = String(repeating: "word ", count: 10_000)
        let copy = try copy(of: Sample.trace(1, task: long), analysis: nil)
        #expect(copy.task == long)
    }

    @Test
    func manyStepsAreKept() throws {
        let step = Trace.Step(
            did: String(repeating: "did", count: 100), expected: "expected", happened: "happened")
        let trace = try Sample.trace(1, steps: Array(repeating: step, count: 400))
        #expect(try copy(of: trace, analysis: nil).steps.count == 400)
    }

    @Test
    func anAnalysisForgesNoStep() throws {
        let analysis = "## Task\n\n> other\n\n## Step 1\n\nDid:\n\n> other"
        let trace = try trace(saying: "mine")
        #expect(try copy(of: trace, analysis: analysis) == trace)
    }

    @Test
    func aLongAnswerDoesNotLoseTheTrace() throws {
        let long = String(repeating: "answer \"quoted\" ", count: 2000)
        let choice = Trace.Choice(
            leaning: long, considered: Array(repeating: long, count: 30), answer: long + "\u{1B}",
            right: long)
        let copy = try copy(of: Sample.trace(1, choice: choice), analysis: nil)
        let answer = try #require(copy.choice.answer)
        #expect(long.hasPrefix(answer.dropLast()))
        #expect(copy.choice.leaning == answer && copy.choice.right == answer)
        #expect(copy.choice.considered.allSatisfy { $0 == answer })
        #expect(!copy.choice.considered.isEmpty)
    }

    @Test
    func realGitKeepsTheText() async throws {
        let scratch = try Scratch.memory()
        let store = try scratch.store()
        let traces = try Self.tricky.enumerated().map { number, text in
            try Sample.trace(number, task: text, evaluation: .none)
        }
        for trace in traces { try await store.append(trace, by: Sample.author) }
        #expect(try await store.traces(limit: 100).traces == traces)
        #expect(try scratch.faults() == "")
    }

    private func trace(saying text: String) throws -> Trace {
        let step = Trace.Step(did: text, expected: text, happened: text)
        return try Sample.trace(1, task: text, steps: [step, step])
    }

    private func parts(of trace: Trace) -> [String] {
        [trace.task] + trace.steps.flatMap { [$0.did, $0.expected, $0.happened] }
    }

    private func copy(of trace: Trace, analysis: String?) throws -> Trace {
        let bytes = try TraceCodec.encode(trace, analysis: analysis)
        return try TraceCodec.decode(bytes, path: "trace.md")
    }
}
