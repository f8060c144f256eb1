import EtudeDomain
import EtudeGit
import EtudeTestSupport
import Testing

@testable import EtudeStore

@Suite("Following the branch")
struct FollowingTests {
    /// What a person may do to a file of a memory.
    private static let contents: [@Sendable (inout SplitMix) throws -> String?] = [
        { try Sample.file(Int.random(in: 1...6, using: &$0)) },
        { try Sample.file(Int.random(in: 1...6, using: &$0), status: "retired") },
        { try Sample.file(1, title: "Edit \(Int.random(in: 1...99, using: &$0))") },
        { _ in "---\ntitle Broken\n---\n" }, { _ in "" }, { _ in nil },
        { _ in "---\ntitle: A skill\n---\n" },
        { _ in "---\netude: 1\nname: Renamed\n---\n" },
    ]

    private static let paths = [
        "strategies/support/a.md", "strategies/support/b.md", "strategies/support/intent/c.md",
        "strategies/d.md", "skills/support/skill.md", "skills/support/intent/skill.md",
        "competency/desk/support.md", "scenarios/support/e.md", "README.md", "notes/support/f.md",
    ]

    @Test(
        arguments: [(1, nil), (2, ".etude"), (3, "tools/memory"), (4, nil)] as [(UInt64, String?)])
    func readingOnEqualsReadingAnew(seed: UInt64, prefix: String?) async throws {
        var generator = SplitMix(seed: seed)
        let scratch = try Scratch.memory(at: prefix)
        let following = try scratch.store(at: prefix)
        let start = prefix.map { $0 + "/" } ?? ""
        for round in 1...12 {
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                let content = try #require(Self.contents.randomElement(using: &generator))
                let name = try #require(Self.paths.randomElement(using: &generator))
                if let text = try content(&generator) {
                    try scratch.write(text, to: start + name)
                } else if scratch.exists(start + name) {
                    try scratch.remove(start + name)
                }
            }
            try scratch.write("\(round)", to: "outside.txt")
            try scratch.commit("Round \(round)")
            let followed = try await following.snapshot()
            let anew = try await scratch.store(at: prefix).snapshot()
            #expect(followed.revision == anew.revision)
            #expect(followed.entries == anew.entries)
            #expect(followed.strategies == anew.strategies)
            #expect(followed.problems == anew.problems)
            #expect(followed.taxonomy == anew.taxonomy)
        }
    }

    @Test
    func anotherBranchIsFollowed() async throws {
        let scratch = try Scratch.memory(with: ["strategies/support/a.md": Sample.file(1)])
        let store = try scratch.store()
        #expect(try await store.snapshot().strategies.count == 1)
        try scratch.git("checkout", "-q", "--orphan", "fresh")
        try scratch.remove("strategies")
        try scratch.write(try Sample.file(2), to: "strategies/support/b.md")
        try scratch.commit("Start again")
        #expect(try await store.snapshot().strategies.map(\.path) == ["strategies/support/b.md"])
        try scratch.git("checkout", "-q", "main")
        #expect(try await store.snapshot().strategies.map(\.path) == ["strategies/support/a.md"])
    }

    @Test
    func aHandEditIsSeenOnceItIsCommitted() async throws {
        let scratch = try Scratch.memory(with: ["strategies/support/a.md": Sample.file(1)])
        let store = try scratch.store()
        #expect(try await store.snapshot().strategies.count == 1)
        try scratch.write(try Sample.file(1, title: "Better"), to: "strategies/support/a.md")
        #expect(try await store.snapshot().strategies[0].strategy.lesson.title == "Ask first")
        try scratch.commit("Edit")
        #expect(try await store.snapshot().strategies[0].strategy.lesson.title == "Better")
        try scratch.remove("strategies/support/a.md")
        try scratch.commit("Delete")
        #expect(try await store.snapshot().strategies.isEmpty)
    }

    @Test
    func aFileThatBecomesAFolderAndBackIsFollowed() async throws {
        let scratch = try Scratch.memory(with: ["strategies/support/a.md": Sample.file(1)])
        let store = try scratch.store()
        _ = try await store.snapshot()
        try scratch.remove("strategies/support/a.md")
        try scratch.write(try Sample.file(2), to: "strategies/support/a.md/b.md")
        try scratch.commit("A folder")
        #expect(
            try await store.snapshot().entries.keys.sorted() == [
                "CHARTER.md", "strategies/support/a.md/b.md",
            ])
        try scratch.remove("strategies/support/a.md")
        try scratch.write(try Sample.file(1), to: "strategies/support/a.md")
        try scratch.commit("A file")
        #expect(
            try await store.snapshot().entries.keys.sorted() == [
                "CHARTER.md", "strategies/support/a.md",
            ])
    }
}
