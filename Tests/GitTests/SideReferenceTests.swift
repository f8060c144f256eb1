import EtudeGit
import Testing

@Suite struct SideReferenceTests {
    private let traces = "refs/etude/traces/ada"

    @discardableResult
    private func append(
        _ name: String, _ text: String, to repository: borrowing Repository
    ) throws -> ObjectID {
        try repository.append(
            [(name: name, bytes: text.bytes)], to: traces, message: "Trace", author: ada)
    }

    @Test func appendsFormAHistoryOffTheWorkingFolder() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        #expect(try repository.tip(of: traces) == nil)
        let first = try append("trace.json", "{}", to: repository)
        let second = try append("a/b.json", "[]", to: repository)
        #expect(try repository.tip(of: traces) == second)
        #expect(try repository.commit(second).parents == [first])
        #expect(try scratch.committed(second.description) == "a/b.json\n")
        #expect(try repository.head() == .unborn(branch: "main"))
        #expect(!scratch.exists("trace.json"))
        #expect(try scratch.status() == "")
        #expect(try scratch.faults() == "")
    }

    @Test func referencesAreListedByFolder() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        let ada = try append("t", "1", to: repository)
        try scratch.git("update-ref", "refs/etude/tracesuit", ada.description)
        try scratch.git("pack-refs", "--all")
        try scratch.git("update-ref", "refs/etude/traces/bob/x", ada.description)
        let names = try repository.references(under: "refs/etude/traces")
        #expect(names == [traces: ada, "refs/etude/traces/bob/x": ada])
        #expect(try repository.references(under: "refs/etude/").count == 3)
    }

    @Test func deletedReferencesAreGone() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        try append("t", "1", to: repository)
        try scratch.git("pack-refs", "--all")
        try repository.deleteReference(traces)
        try repository.deleteReference(traces)
        #expect(try repository.tip(of: traces) == nil)
    }

    @Test(arguments: ["", "main", "refs/heads/main", "refs/a b", "refs/../x", "refs/a\0b"])
    func namesThatAreNoSideReferenceAreRefused(_ name: String) throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        expectRefusal(.invalid) {
            _ = try repository.append([], to: name, message: "m", author: ada)
        }
    }

    @Test func badFileNamesAreRefused() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        for names in [["../x"], [""], ["a", "a"]] {
            expectRefusal(.invalid) {
                _ = try repository.append(
                    names.map { (name: $0, bytes: []) }, to: traces, message: "m", author: ada)
            }
        }
        #expect(try repository.tip(of: traces) == nil)
    }

    @Test func staleLockOfADeadAppendIsCleared() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        try append("t", "1", to: repository)
        try scratch.write("", to: ".git/\(traces).lock")
        try scratch.write("open 1000\n\(traces)\nend 1000\n", to: ".git/etude/journal.0")
        try append("t", "2", to: repository)
        #expect(try scratch.git("rev-list", "--count", traces) == "2\n")
    }
}
