import EtudeDomain
import EtudeGit
import Testing

@testable import EtudeStore

@Suite("Charter of a revision")
struct CharterReadingTests {
    @Test
    func aNewerFormatIsRefused() async throws {
        let scratch = try Scratch(files: ["CHARTER.md": "---\netude: 2\nnew: [a]\n---\n"])
        let store = try scratch.store()
        await #expect(throws: StoreError.newerFormat(version: 2, path: "CHARTER.md")) {
            try await store.snapshot()
        }
    }

    @Test
    func aMissingCharterIsAnError() async throws {
        let scratch = try Scratch(files: ["README.md": "no memory"])
        let store = try scratch.store()
        let error = await #expect(throws: StoreError.self) { try await store.snapshot() }
        guard case .charter(let problem) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(problem.path == "CHARTER.md")
        #expect(problem.hint?.contains("etude init") == true)
    }

    @Test(arguments: [
        "", "no frontmatter", "---\nname: x\n---\n", "---\netude: 1\ninject: many\n---\n",
    ])
    func aBrokenCharterIsAnError(text: String) async throws {
        let scratch = try Scratch(files: ["CHARTER.md": text, "a": ""])
        let store = try scratch.store()
        let error = await #expect(throws: StoreError.self) { try await store.snapshot() }
        guard case .charter = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test
    func theLastGoodRevisionStaysReadable() async throws {
        let scratch = try Scratch.memory()
        let store = try scratch.store()
        let good = try await store.snapshot()
        try scratch.write("broken", to: "CHARTER.md")
        try scratch.commit("Break it")
        await #expect(throws: StoreError.self) { try await store.snapshot() }
        #expect(try await store.snapshot(at: good.revision).charter == good.charter)
        try scratch.write(Sample.charter, to: "CHARTER.md")
        try scratch.commit("Mend it")
        #expect(try await store.snapshot().charter == good.charter)
    }

    @Test
    func aBranchWithoutACommitHasNoMemory() async throws {
        let scratch = try Scratch(files: [:])
        let store = try scratch.store()
        #expect(try await store.tip() == nil)
        await #expect(throws: StoreError.unborn(branch: "main")) { try await store.snapshot() }
    }

    @Test
    func aDetachedHeadIsReadButNotWritten() async throws {
        let scratch = try Scratch.memory()
        try scratch.git("checkout", "-q", "--detach")
        let store = try scratch.store()
        #expect(try await store.snapshot().charter.name == "Test")
        let transaction = try Transaction.learning(Sample.strategy(1), body: "", by: Sample.author)
        let error = await #expect(throws: StoreError.self) { try await store.commit(transaction) }
        guard case .git(let failure) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(failure.code == .detached)
        #expect(try scratch.status() == "")
    }

    @Test
    func whatACharterLeavesOutHasItsDefault() throws {
        let charter = try CharterCodec.decode("---\netude: 1\n---\n".bytes, path: "CHARTER.md")
        let all = try #require(SkillPattern("**"))
        #expect(charter == Charter(name: "Practice memory", allow: [all], deny: []))
        let closed = try CharterCodec.decode(
            "---\netude: 1\nallow: []\n---\n".bytes, path: "CHARTER.md")
        #expect(closed.allow.isEmpty)
    }
}
