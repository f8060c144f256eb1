import EtudeDomain
import EtudeGit
import Testing

import struct Foundation.Date

extension String {
    var bytes: [UInt8] { Array(utf8) }
}

/// Values of a memory with everything that a test does not care about filled in.
enum Sample {
    static let author = Signature(
        name: "Ada", email: "ada@example.com", seconds: 1_700_000_100)
    static let moment = Date(timeIntervalSince1970: 1_790_000_000)
    static let charter = "---\netude: 1\nname: Test\n---\n\nThe rules.\n"

    /// The ids that tests give things, in order.
    static func id(_ number: Int) throws -> EntryID {
        let digits = String(number)
        let zeros = String(repeating: "0", count: EntryID.length - 1 - digits.count)
        return try #require(EntryID("s\(zeros)\(digits)"))
    }

    static func path(_ text: String) throws -> SkillPath { try #require(SkillPath(text)) }

    static func lesson(
        skill: String = "support", title: String = "Ask first", when: String = "it is unclear",
        cues: [String] = ["refund"], action: String = "answer `b`",
        insteadOf: String? = "answer `a`", because: String = "a guess costs more"
    ) throws -> Lesson {
        Lesson(
            skill: try path(skill), title: title, when: when,
            cues: try cues.map { try #require(Cue($0)) }, action: try #require(Action(action)),
            insteadOf: try insteadOf.map { try #require(Action($0)) }, because: because)
    }

    static func strategy(
        _ number: Int, status: Strategy.Status = .active, lesson: Lesson? = nil,
        origin: Strategy.Origin = Strategy.Origin(agent: "desk-1"), supersedes: [Int] = [],
        expires: Date? = nil
    ) throws -> Strategy {
        Strategy(
            id: try id(number), status: status, lesson: try lesson ?? Self.lesson(), origin: origin,
            supersedes: try supersedes.map(id), expires: expires)
    }

    /// A file of a strategy as a person writes it.
    static func file(
        _ number: Int, title: String = "Ask first", status: String = "active",
        more: String = ""
    ) throws -> String {
        """
        ---
        id: \(try id(number))
        title: \(title)
        skill: support
        status: \(status)
        when: it is unclear
        cues: [refund]
        do: answer `b`
        because: a guess costs more
        \(more)---

        """
    }

    static func trace(
        _ number: Int, task: String = "a task", agent: String = "desk-1",
        outcome: Trace.Outcome = .failure, choice: Trace.Choice = Trace.Choice(),
        steps: [Trace.Step] = [], evaluation: Trace.Evaluation = .pending
    ) throws -> Trace {
        Trace(
            id: try id(number), skill: try path("support"), agent: agent, task: task,
            outcome: outcome, started: moment, ended: moment, choice: choice, steps: steps,
            evaluation: evaluation)
    }
}
