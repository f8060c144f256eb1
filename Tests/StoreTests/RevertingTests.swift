import EtudeDomain
import EtudeGit
import Testing

@testable import EtudeStore

@Suite("Taking back")
struct RevertingTests {
    @Test(arguments: [nil, ".etude"] as [String?])
    func oneStrategyGoesAndTheOthersStay(prefix: String?) async throws {
        let scratch = try Scratch.memory(at: prefix)
        let store = try scratch.store(at: prefix)
        let commits = try await learn(1...3, in: store)
        let commit = try await revert([commits[1]], in: store)
        #expect(try await ids(in: store) == ["s000000001", "s000000003"])
        #expect(try await store.tip() == commit)
        #expect(try scratch.status() == "")
        #expect(try scratch.faults() == "")
        try scratch.git("revert", "--no-edit", "HEAD")
        #expect(try await ids(in: store) == ["s000000001", "s000000002", "s000000003"])
    }

    @Test
    func severalCommitsGoInOne() async throws {
        let scratch = try Scratch.memory()
        let store = try scratch.store()
        let commits = try await learn(1...4, in: store)
        _ = try await revert([commits[3], commits[0]], in: store)
        #expect(try await ids(in: store) == ["s000000002", "s000000003"])
        #expect(try scratch.git("rev-list", "--count", "HEAD") == "6\n")
    }

    @Test
    func everyStrategyCanGoByItself() async throws {
        let scratch = try Scratch.memory()
        let store = try scratch.store()
        let commits = try await learn(1...6, in: store)
        let before = try scratch.git("rev-parse", "HEAD^{tree}")
        for (number, commit) in commits.enumerated() {
            let reverting = try #require(try await revert([commit], in: store))
            #expect(try await ids(in: store).count == 5)
            #expect(try await store.snapshot().strategy(Sample.id(number + 1)) == nil)
            _ = try await revert([store.commit(reverting)], in: store)
            #expect(try scratch.git("rev-parse", "HEAD^{tree}") == before)
        }
        #expect(try scratch.faults() == "")
    }

    @Test
    func learningAndRetiringGoTogether() async throws {
        let scratch = try Scratch.memory()
        let store = try scratch.store()
        let learned = try await learn(1...2, in: store)
        let retired = try await retire(1, in: store)
        _ = try await revert([retired, learned[0]], in: store)
        #expect(try await ids(in: store) == ["s000000002"])
        #expect(try scratch.status() == "")
    }

    @Test
    func aRetirementTakenBackRestoresTheFile() async throws {
        let scratch = try Scratch.memory()
        let store = try scratch.store()
        let learned = try await learn(1...1, in: store)
        let path = MemoryLayout.path(of: try Sample.strategy(1))
        let before = try scratch.read(path)
        let retired = try await retire(1, in: store)
        _ = try await revert([retired], in: store)
        #expect(try scratch.read(path) == before)
        _ = try await revert([retired, learned[0]], in: store)
        #expect(!scratch.exists(path))
    }

    @Test
    func whatIsTakenBackAlreadyIsNoCommit() async throws {
        let scratch = try Scratch.memory()
        let store = try scratch.store()
        let learned = try await learn(1...1, in: store)
        let retired = try await retire(1, in: store)
        let both = [retired, learned[0]]
        _ = try await revert(both, in: store)
        #expect(try await store.inverse(of: both).isEmpty)
        #expect(try await store.inverse(of: learned).isEmpty)
        #expect(try await revert(both, in: store) == nil)
    }

    @Test
    func aLaterEditOfTheSameLineIsAConflict() async throws {
        let scratch = try Scratch.memory()
        let store = try scratch.store()
        let learned = try await learn(1...2, in: store)
        let path = MemoryLayout.path(of: try Sample.strategy(1))
        try scratch.write(
            scratch.read(path).replacing("a guess costs more", with: "I say so"), to: path)
        try scratch.commit("Edit")
        let tip = try scratch.git("rev-parse", "HEAD")
        await #expect(throws: StoreError.conflict(paths: [path])) {
            try await store.inverse(of: learned.reversed())
        }
        await #expect(throws: StoreError.conflict(paths: [path])) {
            try await revert(learned.reversed(), in: store)
        }
        #expect(try scratch.git("rev-parse", "HEAD") == tip)
        #expect(try await ids(in: store) == ["s000000001", "s000000002"])
    }

    @Test
    func aPersonsEditBetweenIsAConflict() async throws {
        let scratch = try Scratch.memory()
        let store = try scratch.store()
        let learned = try await learn(1...1, in: store)
        let path = MemoryLayout.path(of: try Sample.strategy(1))
        try scratch.write(scratch.read(path) + "\nA note of mine.\n", to: path)
        try scratch.commit("Edit")
        let retired = try await retire(1, in: store)
        await #expect(throws: StoreError.conflict(paths: [path])) {
            try await store.inverse(of: [retired, learned[0]])
        }
    }

    @Test
    func anEditOfOtherLinesIsKept() async throws {
        let scratch = try Scratch.memory()
        let store = try scratch.store()
        _ = try await learn(1...1, in: store)
        let retired = try await retire(1, in: store)
        let path = MemoryLayout.path(of: try Sample.strategy(1))
        try scratch.write(scratch.read(path) + "\nA note of mine.\n", to: path)
        try scratch.commit("Edit")
        _ = try await revert([retired], in: store)
        let text = try scratch.read(path)
        #expect(text.contains("status: active\n"))
        #expect(text.hasSuffix("\nA note of mine.\n"))
    }

    @Test
    func theFirstCommitCanBeTakenBack() async throws {
        let scratch = try Scratch.memory(with: ["strategies/support/a.md": Sample.file(1)])
        try scratch.write(Sample.charter + "\nMore.\n", to: "CHARTER.md")
        try scratch.commit("Charter")
        let store = try scratch.store()
        let first = try await store.commit(store.resolve("HEAD~1"))
        await #expect(throws: StoreError.conflict(paths: ["CHARTER.md"])) {
            try await store.inverse(of: [first])
        }
    }

    @Test
    func filesOutsideTheMemoryStay() async throws {
        let scratch = try Scratch.memory(at: ".etude")
        try scratch.write("code", to: "source.swift")
        try scratch.write(try Sample.file(1), to: ".etude/strategies/support/a.md")
        try scratch.commit("Both")
        let store = try scratch.store(at: ".etude")
        let both = try await store.commit(store.resolve("HEAD"))
        _ = try await revert([both], in: store)
        #expect(
            try scratch.git("show", "--format=", "--name-status")
                == "D\t.etude/strategies/support/a.md\n")
        #expect(try scratch.read("source.swift") == "code")
    }

    private func learn(
        _ numbers: ClosedRange<Int>, in store: MemoryStore
    ) async throws -> [Commit] {
        var commits: [Commit] = []
        for number in numbers {
            let id = try await store.commit(
                .learning(Sample.strategy(number), body: "", by: Sample.author))
            commits.append(try await store.commit(id))
        }
        return commits
    }

    private func retire(_ number: Int, in store: MemoryStore) async throws -> Commit {
        let path = MemoryLayout.path(of: try Sample.strategy(number))
        let id = try await store.setStatus(
            "retired", of: path, message: CommitMessage(subject: "Retire"), by: Sample.author)
        return try await store.commit(id)
    }

    private func revert(_ commits: [Commit], in store: MemoryStore) async throws -> ObjectID? {
        let body = commits.map { "This reverts commit \($0.id)." }.joined(separator: "\n")
        return try await store.revert(
            commits, message: CommitMessage(subject: "Revert", body: body), by: Sample.author)
    }

    private func ids(in store: MemoryStore) async throws -> [String] {
        try await store.snapshot().strategies.map(\.strategy.id.text)
    }
}

extension MemoryStore {
    /// The facts of a commit that changed the memory.
    fileprivate func commit(_ id: ObjectID) throws -> Commit {
        try #require(try change(id)).commit
    }
}
