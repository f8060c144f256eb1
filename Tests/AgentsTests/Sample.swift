import EtudeAgents
import EtudeDomain
import Foundation
import Testing

/// Domain values with everything that a test does not care about filled in.
enum Sample {
    static let moment = Date(timeIntervalSince1970: 1_790_000_000)

    static func path(_ text: String) throws -> SkillPath { try #require(SkillPath(text)) }

    static func id(_ number: Int) throws -> EntryID {
        let digits = String(number)
        let padding = String(repeating: "0", count: EntryID.length - digits.count)
        return try #require(EntryID(padding + digits))
    }

    static func lesson(
        cues: [String], unless: [String] = [], action: String, insteadOf: String?
    ) throws -> Lesson {
        Lesson(
            skill: try path("desk"), title: "title", when: "when",
            cues: try cues.map { try #require(Cue($0)) },
            unless: try unless.map { try #require(Cue($0)) }, action: try #require(Action(action)),
            insteadOf: try insteadOf.map { try #require(Action($0)) }, because: "because")
    }

    static func advice(
        _ number: Int, cues: [String], unless: [String] = [], action: String, insteadOf: String?
    ) throws -> Advice {
        Advice(
            id: try id(number),
            lesson: try lesson(
                cues: cues, unless: unless, action: action, insteadOf: insteadOf))
    }

    /// The trace of an agent that answers as it leans.
    static func trace(
        _ number: Int, _ task: String, skill: String = "desk", leaning: String?, right: String?,
        answer: String? = nil
    ) throws -> Trace {
        let answer = answer ?? leaning ?? "nothing"
        let step = Trace.Step(
            did: "answered `\(answer)`", expected: "the request is about `\(answer)`",
            happened: "the request was about `\(right ?? "something else")`")
        return Trace(
            id: try id(number), skill: try path(skill), agent: "apprentice", task: task,
            outcome: answer == right ? .success : .failure,
            baseOutcome: leaning == right ? .success : .failure, started: moment, ended: moment,
            choice: Trace.Choice(leaning: leaning, answer: answer, right: right), steps: [step],
            decision: 1, evaluation: .pending)
    }

    static func attempt(
        _ number: Int, _ task: String, leaning: String, right: String
    ) throws -> Attempt {
        try #require(Attempt(trace(number, task, leaning: leaning, right: right)))
    }
}
