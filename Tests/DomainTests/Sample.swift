import EtudeDomain
import Testing

import struct Foundation.Date

/// Domain values with everything that a test does not care about filled in.
enum Sample {
    static let moment = Date(timeIntervalSince1970: 1_790_000_000)

    static func path(_ text: String) throws -> SkillPath { try #require(SkillPath(text)) }

    static func skill(
        _ path: String, status: Skill.Status = .active, aliases: [String] = [], title: String = ""
    ) throws -> Skill {
        Skill(
            path: try Self.path(path), title: title, status: status, kind: .skill,
            aliases: try aliases.map(Self.path), text: "")
    }

    static func lesson(
        cues: [String], unless: [String] = [], action: String = "answer `b`",
        insteadOf: String? = "answer `a`"
    ) throws -> Lesson {
        Lesson(
            skill: try path("support"), title: "title", when: "when",
            cues: try cues.map { try #require(Cue($0)) },
            unless: try unless.map { try #require(Cue($0)) }, action: try #require(Action(action)),
            insteadOf: try insteadOf.map { try #require(Action($0)) }, because: "because")
    }

    static func trace(
        task: String = "a task", outcome: Trace.Outcome = .failure, score: Double? = nil,
        used: [EntryID] = [], baseOutcome: Trace.Outcome? = nil,
        choice: Trace.Choice = Trace.Choice()
    ) throws -> Trace {
        Trace(
            id: try #require(EntryID("0123456789")), skill: try path("support"), agent: "desk",
            task: task, outcome: outcome, score: score, used: used, baseOutcome: baseOutcome,
            started: moment, ended: moment, choice: choice, evaluation: .pending)
    }

    static func attempt(
        _ task: String, leaning: String? = "a", right: String
    ) throws -> Attempt {
        let choice = Trace.Choice(
            leaning: leaning, answer: leaning, right: right)
        let outcome: Trace.Outcome = leaning == right ? .success : .failure
        return try #require(Attempt(trace(task: task, outcome: outcome, choice: choice)))
    }
}
