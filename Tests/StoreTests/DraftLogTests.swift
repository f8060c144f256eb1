import EtudeDomain
import Testing

@testable import EtudeStore

@Suite("Refused drafts")
struct DraftLogTests {
    @Test
    func draftsAreKeptWithTheirReasons() async throws {
        let scratch = try Scratch.memory()
        let store = try scratch.store()
        let origin = Strategy.Origin(agent: "desk-1", trace: try Sample.id(7))
        let drafts = try [1, 2].map { number in
            (
                draft: try Sample.strategy(number, origin: origin),
                reasons: ["vague", "ties\n## Forged"]
            )
        }
        try await store.keepRefused(drafts, of: "desk-1", by: Sample.author)
        let reference = "refs/etude/drafts/desk-1"
        let names = try scratch.git("ls-tree", "--name-only", reference)
        #expect(names == "s000000001.md\ns000000002.md\n")
        let text = try scratch.git("show", "\(reference):s000000001.md")
        #expect(text.hasSuffix("---\n\n## Refused\n\n- vague\n- ties ## Forged\n"))
        let draft = try StrategyCodec.decode(text.bytes, path: "s000000001.md")
        #expect(draft == drafts[0].draft)
        let trailers = try scratch.git("log", "-1", "--format=%(trailers:only)", reference)
        #expect(
            trailers.split(separator: "\n") == [
                "Etude-Skill: support", "Etude-Agent: desk-1", "Etude-Trace: s000000007",
            ])
        #expect(try scratch.status() == "")
        #expect(try scratch.faults() == "")
        #expect(try await store.snapshot().strategies.isEmpty)
    }

    @Test
    func nothingRefusedIsNoCommit() async throws {
        let scratch = try Scratch.memory()
        try await scratch.store().keepRefused([], of: "desk-1", by: Sample.author)
        #expect(try scratch.git("for-each-ref", "refs/etude") == "")
    }

    @Test
    func laterDraftsFollow() async throws {
        let scratch = try Scratch.memory()
        let store = try scratch.store()
        for number in 1...3 {
            let draft = try Sample.strategy(number)
            try await store.keepRefused([(draft, ["vague"])], of: "desk-1", by: Sample.author)
        }
        let count = try scratch.git("rev-list", "--count", "refs/etude/drafts/desk-1")
        #expect(count == "3\n")
    }
}
