@testable import EtudeRuntime
import EtudeAgents
import EtudeDomain
import EtudeStore
import Foundation
import Testing

@Suite struct PracticeLoopTests {
    let scratch: Scratch

    init() async throws {
        scratch = try Scratch()
        try await scratch.initialize("support", "support/refunds")
    }

    static func scenario(
        _ task: String = "please refund order 1123", right: String = "find_order"
    ) throws -> Scenario {
        Scenario(
            id: try id("0000000001"), title: "A refund", skill: try skill("support/refunds"),
            difficulty: 0, source: nil, grader: .exact(right), task: task)
    }

    static func lesson(
        cue: String = "refund", action: String = "call `find_order`",
        skill path: String = "support/refunds", title: String = "Look the order up first"
    ) throws -> Lesson {
        guard let cue = Cue(cue), let action = Action(action), let habit = Action("call `refund`")
        else { throw Missing(what: "a lesson") }
        return Lesson(
            skill: try skill(path), title: title, when: "a customer asks for a refund",
            cues: [cue], action: action, insteadOf: habit,
            because: "the request was about something else than a refund")
    }

    func loop(_ coach: any Coach, memory: Memory?) -> PracticeLoop {
        PracticeLoop(
            agent: StubbornAgent(), coach: coach, memory: memory, surroundings: .fixed())
    }

    @Test func answersAtOnceAndLearnsAfterwards() async throws {
        let memory = try await scratch.memory()
        let coach = SlowCoach(then: FixedCoach(lessons: [try Self.lesson()]))
        let loop = loop(coach, memory: memory)
        let performance = try await loop.perform(try Self.scenario())
        #expect(performance.answer.action == "refund")
        #expect(performance.outcome == .failure)
        #expect(coach.finished == 0)
        #expect(try await memory.snapshot().strategies.isEmpty)
        coach.letGo()
        await loop.settle()
        #expect(await loop.troubles == [])
        #expect(await loop.tally.accepted == 1)
        #expect(
            try await memory.snapshot().strategies.map(\.strategy.lesson.title) == [
                "Look the order up first"
            ])
        let second = try await loop.perform(try Self.scenario("another refund, please"))
        #expect(second.answer.action == "find_order")
        #expect(second.base?.action == "refund")
        #expect(second.outcome == .success)
        #expect(try scratch.faults() == "")
    }

    @Test func keepsTheTraceBeforeItAnswers() async throws {
        let memory = try await scratch.memory()
        let coach = SlowCoach(then: FailingCoach())
        let loop = loop(coach, memory: memory)
        let performance = try await loop.perform(try Self.scenario())
        let kept = try await scratch.memory().traces()
        #expect(kept.map(\.id) == [performance.trace])
        #expect(kept.first?.evaluation == .pending)
        #expect(kept.first?.task == "please refund order 1123")
        #expect(kept.first?.memory == performance.memory)
        #expect(kept.first?.choice.right == "find_order")
        coach.letGo()
        await loop.settle()
    }

    @Test func evaluatesSeveralFailuresOneAfterTheOther() async throws {
        let memory = try await scratch.memory()
        let coach = SlowCoach(then: FixedCoach(lessons: [try Self.lesson()]))
        let loop = loop(coach, memory: memory)
        for number in 0..<3 { _ = try await loop.perform(try Self.scenario("refund \(number)")) }
        coach.letGo()
        await loop.settle()
        #expect(coach.finished == 3)
        #expect(try await memory.traces().map(\.evaluation) == [.done, .done, .done])
        #expect(await loop.tally.accepted == 1)
        #expect(await loop.tally.rejected == 2)
    }

    @Test func successesAreKeptAndNotEvaluated() async throws {
        let memory = try await scratch.memory()
        let loop = loop(FailingCoach(), memory: memory)
        _ = try await loop.perform(try Self.scenario(right: "refund"))
        await loop.settle()
        #expect(try await memory.traces().map(\.evaluation) == [Trace.Evaluation.none])
        #expect(await loop.troubles.isEmpty)
    }

    @Test func aFailedReflectionNeverConsumesATrace() async throws {
        for round in 1...2 {
            let memory = try await scratch.memory()
            let loop = loop(FailingCoach(), memory: memory)
            if round == 1 { _ = try await loop.perform(try Self.scenario()) }
            if round == 2 { await loop.resume() }
            await loop.settle()
            #expect(await loop.troubles.count == 1)
            #expect(
                await loop.troubles.first?.message == "the program 'coach' ended with exited(3)")
            #expect(try await scratch.memory().traces().map(\.evaluation) == [.pending])
        }
        let memory = try await scratch.memory()
        let loop = loop(FixedCoach(lessons: [try Self.lesson()]), memory: memory)
        await loop.resume()
        #expect(await loop.tally.resumed == 1)
        #expect(await loop.tally.accepted == 1)
        #expect(try await scratch.memory().traces().map(\.evaluation) == [.done])
    }

    @Test func takesUpWhatADeadLoopLeft() async throws {
        let stuck = SlowCoach(then: FailingCoach())
        let dead = loop(stuck, memory: try await scratch.memory())
        for number in 0..<2 { _ = try await dead.perform(try Self.scenario("refund \(number)")) }
        let memory = try await scratch.memory(.fixed(seed: 9))
        #expect(try await memory.traces().map(\.evaluation) == [.pending, .pending])
        let loop = PracticeLoop(
            agent: StubbornAgent(), coach: FixedCoach(lessons: [try Self.lesson()]),
            memory: memory, surroundings: .fixed(seed: 9))
        await loop.resume()
        #expect(await loop.tally.resumed == 2)
        #expect(await loop.tally.accepted == 1)
        #expect(try await scratch.memory().traces().map(\.evaluation) == [.done, .done])
        #expect(try scratch.faults() == "")
        stuck.letGo()
        await dead.settle()
    }

    @Test func aStrategyLearnedBeforeTheInterruptionIsNotLearnedAgain() async throws {
        let stuck = SlowCoach(then: FailingCoach())
        let memory = try await scratch.memory()
        let dead = loop(stuck, memory: memory)
        let performance = try await dead.perform(try Self.scenario())
        let strategy = Strategy(
            id: try id("4kq7w2mx9d"), status: .active, lesson: try Self.lesson(),
            origin: Strategy.Origin(agent: "desk-1", trace: performance.trace))
        _ = try await memory.store.commit(
            .learning(strategy, body: "\n", by: Surroundings.fixed().signature))
        let head = try scratch.head()
        let coach = FixedCoach(lessons: [try Self.lesson(cue: "order")])
        let loop = loop(coach, memory: try await scratch.memory())
        await loop.resume()
        #expect(try scratch.head() == head)
        #expect(try await scratch.memory().traces().map(\.evaluation) == [.done])
        stuck.letGo()
        await dead.settle()
    }

    @Test func leavesThePendingTracesOfOtherAgentsAlone() async throws {
        let other = PracticeLoop(
            agent: StubbornAgent(name: "desk-2"), coach: FailingCoach(),
            memory: try await scratch.memory(), surroundings: .fixed())
        _ = try await other.perform(try Self.scenario())
        await other.settle()
        let loop = loop(
            FixedCoach(lessons: [try Self.lesson()]), memory: try await scratch.memory())
        await loop.resume()
        #expect(await loop.tally.resumed == 0)
        #expect(try await scratch.memory().traces().map(\.evaluation) == [.pending])
    }

    @Test func withoutAMemoryTheAgentWorksAtBaseCompetence() async throws {
        let loop = loop(FailingCoach(), memory: nil)
        let performance = try await loop.perform(try Self.scenario())
        await loop.resume()
        await loop.settle()
        #expect(performance.answer.action == "refund")
        #expect(performance.hits.isEmpty)
        #expect(performance.memory == nil)
        #expect(performance.trace == nil)
        #expect(performance.outcome == .failure)
        #expect(await loop.tally == PracticeLoop.Tally())
        #expect(await loop.troubles.isEmpty)
    }

    @Test(arguments: [
        (Scenario.Grader.command("grep -qi refund"), Trace.Outcome.success),
        (.command("grep -q parcel"), .failure), (.regex("re[a-f]und"), .success),
        (.regex("ref"), .failure), (.oneOf(["parcel", "Refund"]), .success),
        (.exact("parcel"), .failure),
    ])
    func anyGraderTellsTheOutcome(grader: Scenario.Grader, outcome: Trace.Outcome) async throws {
        #expect(try await grader.judge("refund", within: .seconds(600)) == outcome)
    }

    @Test func theGraderOfATaskDecidesItsTrace() async throws {
        let memory = try await scratch.memory()
        let loop = loop(FixedCoach(lessons: []), memory: memory)
        for (pattern, outcome) in [("re[a-f]und", Trace.Outcome.success), ("ref", .failure)] {
            let performance = try await loop.perform(try graded(.regex(pattern)))
            #expect(performance.outcome == outcome)
        }
        #expect(try await memory.traces().map(\.outcome) == [.success, .failure])
    }

    @Test(arguments: [
        (Scenario.Grader.command("no-such-grader"), "127", 600_000),
        (.command("kill -9 $$"), "137", 600_000), (.command("sleep 60"), "no verdict", 200),
        (.regex("(((a+)+)+)+b"), "longer than", 200), (.regex("("), "cannot be read", 600_000),
    ])
    func aGraderThatFailsIsTold(
        grader: Scenario.Grader, text: String, milliseconds: Int
    ) async throws {
        let answer = String(repeating: "a", count: 200)
        let failure = try await failure {
            try await grader.judge(answer, within: .milliseconds(milliseconds))
        }
        #expect(failure.message.contains(text))
        #expect(failure.hint?.contains("expect") == true)
    }

    private func graded(_ grader: Scenario.Grader) throws -> Scenario {
        Scenario(
            id: try id("0000000001"), title: "Graded", skill: try skill("support/refunds"),
            difficulty: 0, source: nil, grader: grader, task: "please refund me")
    }

    @Test func learnsAtMostTwoStrategiesFromOneFailure() async throws {
        let memory = try await scratch.memory()
        let cues = ["refund", "order", "please"]
        let coach = FixedCoach(lessons: try cues.map { try Self.lesson(cue: $0) })
        let loop = loop(coach, memory: memory)
        _ = try await loop.perform(try Self.scenario())
        await loop.settle()
        #expect(await loop.tally.accepted == PracticeLoop.lessonsPerFailure)
        #expect(try await memory.snapshot().strategies.count == PracticeLoop.lessonsPerFailure)
    }

    @Test func repeatedFailuresBecomeAProposedSkill() async throws {
        let memory = try await scratch.memory()
        let loop = loop(FixedCoach(lessons: []), memory: memory)
        for number in 0..<3 { _ = try await loop.perform(try Self.scenario("refund \(number)")) }
        await loop.settle()
        #expect(await loop.tally.proposed == 1)
        let proposed = try await memory.snapshot().taxonomy.sorted.filter { $0.status == .proposed }
        #expect(proposed.map(\.kind) == [.failureMode])
        #expect(proposed.first?.path.parent == (try skill("support/refunds")))
        #expect(try scratch.faults() == "")
    }
}
