import EtudeDocuments
import EtudeDomain
import EtudeGit
import Testing

@testable import EtudeStore

@Suite("Setting a status")
struct EditingTests {
    private static let path = "strategies/support/a.md"

    @Test(arguments: [
        ("status: active", "status: retired"),
        ("status:   active   # decided on Monday", "status:   retired   # decided on Monday"),
        ("status: \"active\"", "status: \"retired\""), ("status: 'active'", "status: 'retired'"),
    ])
    func everyOtherByteStays(before: String, after: String) async throws {
        let text = """
            ---
            # Mine
            id: 4kq7w2mx9d
            custom:   [a,  b]   # spacing
            \(before)
            title: 'quoted'

            ---
            Body  \n\n\n
            """
        let scratch = try Scratch.memory(with: [Self.path: text])
        let store = try scratch.store()
        let commit = try await retire(in: store)
        #expect(try await store.tip() == commit)
        #expect(try scratch.read(Self.path) == text.replacing(before, with: after))
        #expect(try scratch.status() == "")
        #expect(try scratch.faults() == "")
    }

    @Test
    func windowsLineEndingsStay() async throws {
        let text = "---\r\nid: 4kq7w2mx9d\r\nstatus: active\r\n---\r\nBody\r\n"
        let scratch = try Scratch.memory(with: [Self.path: text])
        _ = try await retire(in: scratch.store())
        let expected = text.replacing("active", with: "retired")
        #expect(try scratch.read(Self.path).utf8.elementsEqual(expected.utf8))
    }

    @Test
    func aMissingStatusIsAdded() async throws {
        let scratch = try Scratch.memory(with: [Self.path: "---\nid: 4kq7w2mx9d\n---\nBody"])
        _ = try await retire(in: scratch.store())
        #expect(
            try scratch.read(Self.path) == "---\nid: 4kq7w2mx9d\nstatus: retired\n---\nBody")
    }

    @Test
    func aSectionGoesToTheEnd() async throws {
        let scratch = try Scratch.memory(with: [Self.path: Sample.file(1)])
        let before = try scratch.read(Self.path)
        _ = try await retire(in: scratch.store(), adding: "\n## Retired\n\nIt harmed.\n")
        let after = before.replacing("active", with: "retired") + "\n## Retired\n\nIt harmed.\n"
        #expect(try scratch.read(Self.path) == after)
    }

    @Test
    func aBrokenEntryIsNotTouched() async throws {
        let scratch = try Scratch.memory(with: [Self.path: "---\nbroken\n---\n"])
        let store = try scratch.store()
        let error = await #expect(throws: StoreError.self) { try await retire(in: store) }
        guard case .unwritable(Self.path, let problem) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(problem.kind == .missingColon)
        #expect(try scratch.read(Self.path) == "---\nbroken\n---\n")
    }

    @Test
    func anEntryThatIsNotThereIsRefused() async throws {
        let scratch = try Scratch.memory()
        let store = try scratch.store()
        await #expect(throws: StoreError.badPath(Self.path)) { try await retire(in: store) }
    }

    @Test
    func theStatusItHasIsNoCommit() async throws {
        let scratch = try Scratch.memory(with: [Self.path: Sample.file(1, status: "retired")])
        let store = try scratch.store()
        let error = await #expect(throws: StoreError.self) { try await retire(in: store) }
        guard case .git(let failure) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(failure.code == .unchanged)
    }

    private func retire(
        in store: MemoryStore, adding section: String = ""
    ) async throws(StoreError) -> ObjectID {
        try await store.setStatus(
            "retired", of: Self.path, adding: section, message: CommitMessage(subject: "Retire"),
            by: Sample.author)
    }
}
