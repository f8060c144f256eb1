import EtudeAgents
import EtudeDomain
import Foundation
import Synchronization

/// An agent that answers the same to everything, until advice says otherwise.
struct StubbornAgent: Agent {
    var name = "desk-1"
    var habit = "refund"
    var rehearses = true
    var base: [UInt8] { Array(habit.utf8) }

    func answer(
        _ task: String, in skill: SkillPath?, with advice: [Advice]
    ) async throws(AgentError) -> Answer {
        let situation = Situation(terms: Terms(of: task), leaning: habit)
        if let advice = advice.first(where: { $0.lesson.fires(in: situation) }) {
            return Answer(action: advice.lesson.action.name, used: [advice.id])
        }
        return Answer(action: habit)
    }
}

/// A coach that proposes the same lesson for every failure.
struct FixedCoach: Coach {
    let lessons: [Lesson]

    func reflect(
        on trace: Trace, experience: [Attempt]
    ) async throws(AgentError) -> Reflection? {
        Reflection(
            cause: Reflection.Cause(step: 1, explanation: "it did what it always does"),
            lessons: lessons)
    }
}

/// A coach that always fails.
struct FailingCoach: Coach {
    func reflect(
        on trace: Trace, experience: [Attempt]
    ) async throws(AgentError) -> Reflection? {
        throw .failed(command: "coach", status: "exited(3)", text: "out of ideas")
    }
}

/// A coach that thinks until it is let go, and then hands over to another or fails.
final class SlowCoach: Coach {
    private let gate: AsyncStream<Void>
    private let door: AsyncStream<Void>.Continuation
    private let next: any Coach
    private let count = Mutex(0)

    init(then next: any Coach) {
        self.next = next
        (gate, door) = AsyncStream.makeStream()
    }

    /// How many reflections have ended.
    var finished: Int { count.withLock { $0 } }

    func letGo() { door.finish() }

    func reflect(
        on trace: Trace, experience: [Attempt]
    ) async throws(AgentError) -> Reflection? {
        for await _ in gate {}
        count.withLock { $0 += 1 }
        return try await next.reflect(on: trace, experience: experience)
    }
}
