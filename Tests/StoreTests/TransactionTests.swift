import EtudeDocuments
import EtudeDomain
import EtudeGit
import Testing

@testable import EtudeStore

@Suite("Transactions")
struct TransactionTests {
    @Test
    func aStrategyIsOneCommitThatGitUnderstands() async throws {
        let scratch = try Scratch.memory()
        let store = try scratch.store()
        let origin = Strategy.Origin(
            agent: "desk-1", created: Sample.moment, trace: try Sample.id(7), memory: "1c9e0d2")
        let strategy = try Sample.strategy(1, origin: origin)
        let commit = try await store.commit(
            .learning(strategy, body: "\n## Evidence\n", by: Sample.author))
        #expect(try await store.tip() == commit)
        #expect(try await store.snapshot().strategies.map(\.strategy) == [strategy])
        #expect(try scratch.status() == "")
        #expect(try scratch.faults() == "")
        let path = MemoryLayout.path(of: strategy)
        #expect(try scratch.git("show", "--format=", "--name-only") == path + "\n")
        #expect(try scratch.read(path).hasSuffix("---\n\n## Evidence\n"))
        #expect(
            try scratch.git("log", "-1", "--format=%an <%ae> %at %cn")
                == "Ada <ada@example.com> 1700000100 Ada\n")
    }

    @Test
    func gitReadsTheTrailers() async throws {
        let scratch = try Scratch.memory()
        let store = try scratch.store()
        let origin = Strategy.Origin(agent: "desk-1", trace: try Sample.id(7))
        let strategy = try Sample.strategy(1, origin: origin)
        _ = try await store.commit(.learning(strategy, body: "", by: Sample.author))
        let expected = [
            "Strategy": strategy.id.text, "Skill": "support", "Trace": "s000000007",
            "Agent": "desk-1",
        ]
        for (key, value) in expected {
            let format = "--format=%(trailers:key=Etude-\(key),valueonly)"
            #expect(try scratch.git("log", "-1", format) == value + "\n\n")
        }
    }

    @Test
    func whatAPersonStagedStaysStaged() async throws {
        let scratch = try Scratch.memory(at: ".etude", with: ["README.md": "old"])
        try scratch.write("staged", to: "source.swift")
        try scratch.write("staged", to: ".etude/README.md")
        try scratch.git("add", "-A")
        try scratch.write("edited since", to: "source.swift")
        try scratch.write("not added", to: "loose.txt")
        let before = try scratch.status()
        let store = try scratch.store(at: ".etude")
        let strategy = try Sample.strategy(1)
        _ = try await store.commit(.learning(strategy, body: "", by: Sample.author))
        #expect(try scratch.status() == before)
        #expect(
            try scratch.git("show", "--format=", "--name-only")
                == ".etude/\(MemoryLayout.path(of: strategy))\n")
        #expect(try scratch.read("source.swift") == "edited since")
        try scratch.git("commit", "-q", "-m", "Mine")
        #expect(
            try scratch.git("show", "--format=", "--name-only")
                == ".etude/README.md\nsource.swift\n")
        #expect(try scratch.faults() == "")
    }

    @Test
    func anUncommittedEditOfTheFileItselfIsRefused() async throws {
        let scratch = try Scratch.memory(with: ["skills/support/skill.md": "---\ntitle: S\n---\n"])
        try scratch.write("my edit", to: "skills/support/skill.md")
        let store = try scratch.store()
        let path = try #require(TreePath("skills/support/skill.md"))
        #expect(try await refusal(of: skill("New"), in: store) == .dirty(path))
        #expect(try scratch.read("skills/support/skill.md") == "my edit")
    }

    @Test
    func aFileInTheWayIsNotOverwritten() async throws {
        let scratch = try Scratch.memory()
        try scratch.write("mine", to: "skills/support/skill.md")
        let store = try scratch.store()
        let path = try #require(TreePath("skills/support/skill.md"))
        #expect(try await refusal(of: skill("New"), in: store) == .inTheWay(path))
        #expect(try scratch.read("skills/support/skill.md") == "mine")
        #expect(try scratch.git("log", "--format=%s") == "Begin\n")
    }

    @Test
    func nothingNewIsNoCommit() async throws {
        let scratch = try Scratch.memory()
        let store = try scratch.store()
        _ = try await store.commit(skill("S"))
        #expect(try await refusal(of: skill("S"), in: store) == .unchanged)
    }

    @Test
    func aCommitOnAStaleRevisionIsRefused() async throws {
        let scratch = try Scratch.memory()
        let store = try scratch.store()
        let base = try await store.commit(skill("S"))
        try scratch.write("---\ntitle: Mine\n---\n", to: "skills/support/skill.md")
        try scratch.commit("Mine")
        let path = try #require(TreePath("skills/support/skill.md"))
        #expect(try await refusal(of: skill("T"), in: store, basedOn: base) == .stale(path))
        #expect(try scratch.read("skills/support/skill.md") == "---\ntitle: Mine\n---\n")
    }

    @Test
    func severalFilesAreOneCommit() async throws {
        let scratch = try Scratch.memory(with: ["scenarios/support/old.md": "x"])
        let store = try scratch.store()
        var transaction = try skill("S")
        transaction.write("free text".bytes, to: "README.md")
        transaction.remove("scenarios/support/old.md")
        let competency = Competency(
            skill: try Sample.path("support"), agent: "desk", attempts: 1, successes: 1,
            ability: 0, uncertainty: 1, competence: 0.5, low: 0.1, high: 0.9, state: .unknown,
            retention: nil, traces: nil, memory: nil, updated: Sample.moment)
        try transaction.write(competency, body: "")
        _ = try await store.commit(transaction)
        #expect(
            try scratch.git("show", "--format=", "--name-status") == """
                A\tREADME.md
                A\tcompetency/desk/support.md
                D\tscenarios/support/old.md
                A\tskills/support/skill.md

                """)
        #expect(try scratch.status() == "")
        #expect(try await store.snapshot().competencies == [competency])
    }

    @Test(arguments: ["../outside.md", "/etc/x.md", "a/../../x", ".git/hooks/x", "a\u{0}b", ""])
    func aPathOutsideTheMemoryIsRefused(path: String) async throws {
        let scratch = try Scratch.memory(at: ".etude")
        let store = try scratch.store(at: ".etude")
        var transaction = Transaction(CommitMessage(subject: "x"), by: Sample.author)
        transaction.write("x".bytes, to: path)
        await #expect(throws: StoreError.badPath(path)) { try await store.commit(transaction) }
        #expect(try scratch.status() == "")
    }

    @Test
    func aStrategyWithAHiddenCharacterIsRefused() throws {
        let strategy = try Sample.strategy(1, lesson: Sample.lesson(because: "a\u{202E}b"))
        let error = #expect(throws: StoreError.self) {
            try Transaction.learning(strategy, body: "", by: Sample.author)
        }
        guard case .unwritable(let path, let problem) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(path == MemoryLayout.path(of: strategy))
        #expect(problem.kind == .forbiddenCharacter(0x202E))
    }

    private func skill(_ title: String) throws -> Transaction {
        var transaction = Transaction(
            CommitMessage(.skill, try Sample.path("support"), title), by: Sample.author)
        try transaction.write(
            Skill(
                path: Sample.path("support"), title: title, status: .active, kind: .skill, text: "")
        )
        return transaction
    }

    private func refusal(
        of transaction: Transaction, in store: MemoryStore, basedOn base: ObjectID? = nil
    ) async throws -> GitError.Code? {
        let error = await #expect(throws: StoreError.self) {
            try await store.commit(transaction, basedOn: base)
        }
        guard case .git(let failure) = error else { return nil }
        return failure.code
    }
}
