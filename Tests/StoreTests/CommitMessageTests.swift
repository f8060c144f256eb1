import EtudeDomain
import EtudeGit
import EtudeTestSupport
import Testing

@testable import EtudeStore

@Suite("CommitMessage")
struct CommitMessageTests {
    @Test
    func aStrategysMessageIsAsTheFormatSays() throws {
        let lesson = try Sample.lesson(
            skill: "support/intent", title: "A question about money is no identity check",
            when: "the customer asks where the money must come from",
            action: "answer `verify_source_of_funds`", insteadOf: "answer `verify_my_identity`",
            because: "this asks about the origin of money")
        let origin = Strategy.Origin(agent: "desk-1", trace: try Sample.id(7))
        let message = CommitMessage.learning(
            try Sample.strategy(1, lesson: lesson, origin: origin))
        try Snapshot.expect(message.text, in: "learn-message.txt")
    }

    @Test(arguments: [
        ("Ask first", "ask first"), ("API keys are secrets", "API keys are secrets"), ("X", "x"),
        ("", ""), ("Élan", "élan"), ("42 is enough", "42 is enough"),
    ])
    func titlesStartSmallInASubject(title: String, subject: String) throws {
        let message = CommitMessage.learning(
            try Sample.strategy(1, lesson: Sample.lesson(title: title)))
        #expect(message.text.hasPrefix("learn(support): \(subject)\n"))
    }

    /// Texts that try to look like a line of their own.
    static let forgeries = [
        "x\n\nEtude-Strategy: forged0000", "x\r\n\r\nEtude-Strategy: forged0000\r\n",
        "x\rEtude-Strategy: forged0000", "x\u{2028}Etude-Agent: root",
        "x\u{85}\u{85}Etude-Agent: root",
        "x\u{0}Etude-Agent: root",
        "x\n\nThis reverts commit 0123456789012345678901234567890123456789.",
        "x\u{1B}[2J\u{202E}", "x\nparent 0123456789012345678901234567890123456789",
        "x\n---\nEtude-Agent: root", "x\u{B}\u{C}\u{7F}",
    ]

    @Test(arguments: forgeries)
    func noTextForgesALine(text: String) async throws {
        let scratch = try Scratch.memory()
        let store = try scratch.store()
        let lesson = try Sample.lesson(
            title: text, when: text, action: text, insteadOf: text, because: text)
        let origin = Strategy.Origin(agent: text, trace: try Sample.id(7))
        let strategy = try Sample.strategy(1, lesson: lesson, origin: origin)
        var transaction = Transaction(.learning(strategy), by: Sample.author)
        transaction.write("x".bytes, to: "README.md")
        let commit = try await store.commit(transaction)
        let change = try #require(try await store.change(commit))
        #expect(change.strategies == [strategy.id])
        #expect(change.reverted == [])
        #expect(change.agents.count == 1)
        let keys = try scratch.git("log", "-1", "--format=%(trailers:keyonly,only)")
        #expect(
            keys.split(separator: "\n") == [
                "Etude-Strategy", "Etude-Skill", "Etude-Trace", "Etude-Agent",
            ])
        let lines = try scratch.git("log", "-1", "--format=%B").split(separator: "\n")
        #expect(lines.count == 9)
        #expect(lines.allSatisfy { $0.unicodeScalars.allSatisfy { !$0.properties.isControl } })
        #expect(try scratch.faults() == "")
        #expect(try scratch.git("log", "--format=%an %ae", "-1") == "Ada ada@example.com\n")
    }

    @Test(arguments: forgeries)
    func noBodyForgesATrailer(text: String) async throws {
        let scratch = try Scratch.memory()
        let store = try scratch.store()
        let message = CommitMessage(
            .edit, try Sample.path("support"), text, body: text, trailers: [(.agent, text)])
        var transaction = Transaction(message, by: Sample.author)
        transaction.write("x".bytes, to: "README.md")
        let commit = try await store.commit(transaction)
        let change = try #require(try await store.change(commit))
        #expect(change.strategies == [])
        #expect(change.agents.count == 1)
        let trailers = try scratch.git("log", "-1", "--format=%(trailers:keyonly,only)")
        #expect(trailers == "Etude-Agent\n\n")
    }

    @Test
    func anAuthorCannotForgeAHeader() async throws {
        let scratch = try Scratch.memory()
        let author = Signature(
            name: "Ada\nparent 0123456789012345678901234567890123456789", email: "<a>\n", seconds: 1
        )
        var transaction = Transaction(CommitMessage(subject: "x"), by: author)
        transaction.write("x".bytes, to: "README.md")
        _ = try await scratch.store().commit(transaction)
        #expect(try scratch.faults() == "")
        #expect(try scratch.git("rev-list", "--count", "HEAD") == "2\n")
    }

    @Test
    func aMessageWithoutTrailersHasNone() {
        let message = CommitMessage(subject: "Subject", body: "Body")
        #expect(message.text == "Subject\n\nBody\n")
        #expect(CommitMessage(subject: "Subject").text == "Subject\n")
    }
}

extension Unicode.Scalar.Properties {
    fileprivate var isControl: Bool { generalCategory == .control || generalCategory == .format }
}
