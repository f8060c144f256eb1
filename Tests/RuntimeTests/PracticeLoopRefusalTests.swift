@testable import EtudeRuntime
import EtudeAgents
import EtudeDomain
import EtudeStore
import Foundation
import Testing

/// What becomes of lessons that the gate refuses.
@Suite struct PracticeLoopRefusalTests {
    let scratch: Scratch

    init() async throws {
        scratch = try Scratch()
        try await scratch.initialize("support", "support/refunds")
    }

    func evaluate(_ lesson: Lesson) async throws -> PracticeLoop {
        let loop = PracticeLoop(
            agent: StubbornAgent(), coach: FixedCoach(lessons: [lesson]),
            memory: try await scratch.memory(), surroundings: .fixed())
        _ = try await loop.perform(try PracticeLoopTests.scenario())
        await loop.settle()
        return loop
    }

    @Test func aRefusedDraftIsKeptWithItsReasons() async throws {
        let loop = try await evaluate(try PracticeLoopTests.lesson(cue: "zebra"))
        #expect(await loop.tally.rejected == 1)
        #expect(await loop.tally.accepted == 0)
        let drafts = try scratch.git("ls-tree", "--name-only", "refs/etude/drafts/desk-1")
        let names = scratch.lines(of: drafts)
        #expect(names.count == 1)
        let draft = try scratch.git("show", "refs/etude/drafts/desk-1:\(names.first ?? "")")
        #expect(draft.contains("- specific: no cue occurs in the trace"))
        #expect(draft.contains("- replay: "))
        #expect(try scratch.faults() == "")
    }

    @Test(arguments: [
        "The key is " + "ghp_" + "x7Kq2mZ9tR4vB8nL1cW6yP3sD5fG0hJ4kA9e",
        "A title that turns \u{202E} around",
        "A title\nof two lines",
    ])
    func anUnsafeDraftIsNotKeptAndDoesNotBlockTheEvaluation(title: String) async throws {
        let loop = try await evaluate(try PracticeLoopTests.lesson(title: title))
        #expect(await loop.troubles == [])
        #expect(await loop.tally.rejected == 1)
        #expect(try await scratch.memory().traces().map(\.evaluation) == [.done])
        #expect(try !scratch.everything().contains(title.lowercased()))
        #expect(try scratch.faults() == "")
    }

    @Test func aSecretInATaskIsNeverStored() async throws {
        let secret = "ghp_" + "x7Kq2mZ9tR4vB8nL1cW6yP3sD5fG0hJ4kA9e"
        let loop = PracticeLoop(
            agent: StubbornAgent(habit: "use \(secret)"), coach: FixedCoach(lessons: []),
            memory: try await scratch.memory(), surroundings: .fixed())
        _ = try await loop.perform(
            try PracticeLoopTests.scenario("refund with \(secret)", right: "\(secret)"))
        await loop.settle()
        #expect(try await scratch.memory().traces().count == 1)
        #expect(try !scratch.everything().contains(secret.lowercased()))
    }

    @Test func anAnswerFullOfControlCharactersIsKeptReadably() async throws {
        let loop = PracticeLoop(
            agent: StubbornAgent(habit: "\u{1B}[31mred\u{1B}[0m\u{7}"),
            coach: FixedCoach(lessons: []), memory: try await scratch.memory(),
            surroundings: .fixed())
        _ = try await loop.perform(try PracticeLoopTests.scenario())
        await loop.settle()
        #expect(try await scratch.memory().traces().count == 1)
        #expect(await loop.troubles == [])
    }

    @Test func aVeryLongAnswerIsCutAndKept() async throws {
        let loop = PracticeLoop(
            agent: StubbornAgent(habit: String(repeating: "long ", count: 40_000)),
            coach: FixedCoach(lessons: []), memory: try await scratch.memory(),
            surroundings: .fixed())
        _ = try await loop.perform(try PracticeLoopTests.scenario())
        await loop.settle()
        #expect(try await scratch.memory().traces().count == 1)
        #expect(await loop.troubles == [])
    }
}
