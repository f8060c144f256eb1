import EtudeDomain
import EtudeGit
import Testing

@testable import EtudeStore

@Suite("History")
struct HistoryTests {
    @Test
    func onlyCommitsOfTheMemoryCount() async throws {
        let scratch = try Scratch.memory(at: ".etude")
        try scratch.write("code", to: "source.swift")
        try scratch.commit("Code")
        let store = try scratch.store(at: ".etude")
        let strategy = try Sample.strategy(1)
        let learned = try await store.commit(.learning(strategy, body: "", by: Sample.author))
        let changes = try await store.changes()
        #expect(changes.map(\.commit.subject) == ["learn(support): ask first", "Begin"])
        #expect(changes[0].commit.id == learned)
        #expect(changes[0].paths == [MemoryLayout.path(of: strategy)])
        #expect(changes[0].strategies == [strategy.id])
        #expect(changes[0].skills == [try Sample.path("support")])
        #expect(changes[0].agents == ["desk-1"])
        let code = try await store.resolve("HEAD~1")
        #expect(try await store.change(code) == nil)
    }

    @Test
    func limitAndConditionHold() async throws {
        let scratch = try Scratch.memory()
        let store = try scratch.store()
        for number in 1...5 {
            _ = try await store.commit(
                .learning(Sample.strategy(number), body: "", by: Sample.author))
        }
        let third = try Sample.id(3)
        #expect(try await store.changes(limit: 0).isEmpty)
        #expect(
            try await store.changes(limit: 2).flatMap(\.strategies).map(\.text) == [
                "s000000005", "s000000004",
            ])
        let found = try await store.changes(limit: 1) { $0.strategies.contains(third) }
        #expect(found.flatMap(\.strategies) == [third])
        let earlier = try await store.changes(from: store.resolve("HEAD~3"))
        #expect(earlier.count == 3)
    }

    @Test
    func mergesAreLeftOutAndBothSidesCount() async throws {
        let scratch = try Scratch.memory()
        try scratch.git("checkout", "-q", "-b", "side")
        try scratch.write(try Sample.file(1), to: "strategies/support/a.md")
        try scratch.commit("Side")
        try scratch.git("checkout", "-q", "main")
        try scratch.write(try Sample.file(2), to: "strategies/support/b.md")
        try scratch.commit("Main")
        try scratch.git("merge", "-q", "--no-edit", "side")
        let store = try scratch.store()
        let subjects = try await store.changes().map(\.commit.subject)
        #expect(Set(subjects) == ["Main", "Side", "Begin"])
        #expect(subjects.count == 3)
        let merge = try await store.change(store.resolve("HEAD"))
        #expect(merge?.paths == ["strategies/support/a.md"])
        #expect(try await store.snapshot().strategies.count == 2)
    }

    @Test
    func whatGitTookBackDoesNotStand() async throws {
        let scratch = try Scratch.memory()
        let store = try scratch.store()
        let (first, second) = (try Sample.strategy(1), try Sample.strategy(2))
        let learned = try await store.commit(.learning(first, body: "", by: Sample.author))
        _ = try await store.commit(.learning(second, body: "", by: Sample.author))
        #expect(try await standing(in: store) == [second.id, first.id])
        try scratch.git("revert", "--no-edit", learned.description)
        #expect(try await standing(in: store) == [second.id])
        try scratch.git("revert", "--no-edit", "HEAD")
        #expect(try await standing(in: store) == [second.id, first.id])
        try scratch.git("revert", "--no-edit", "HEAD")
        #expect(try await standing(in: store) == [second.id])
        let all = try await store.changes { !$0.strategies.isEmpty }
        #expect(all.flatMap(\.strategies) == [second.id, first.id])
    }

    @Test
    func aStrategyCannotClaimToTakeAnotherBack() async throws {
        let scratch = try Scratch.memory()
        let store = try scratch.store()
        let first = try Sample.strategy(1)
        let learned = try await store.commit(.learning(first, body: "", by: Sample.author))
        let claim = "x\n\nThis reverts commit \(learned).\n"
        let second = try Sample.strategy(
            2, lesson: Sample.lesson(when: claim, because: claim), origin: Strategy.Origin())
        _ = try await store.commit(.learning(second, body: claim, by: Sample.author))
        #expect(try await standing(in: store) == [second.id, first.id])
    }

    @Test
    func thePatchIsGitsOwn() async throws {
        let scratch = try Scratch.memory(at: ".etude")
        try scratch.write("code", to: "source.swift")
        try scratch.write("---\ntitle: S\n---\n", to: ".etude/skills/support/skill.md")
        try scratch.commit("Both")
        let store = try scratch.store(at: ".etude")
        let (old, new) = (try await store.resolve("HEAD~1"), try await store.resolve("HEAD"))
        let patch = try await store.patch(from: old, to: new)
        #expect(
            patch
                == (try scratch.git("diff", "--no-ext-diff", "HEAD~1", "HEAD", "--", ".etude")))
    }

    private func standing(in store: MemoryStore) async throws -> [EntryID] {
        try await store.changes(standing: true) { !$0.strategies.isEmpty }.flatMap(\.strategies)
    }
}
