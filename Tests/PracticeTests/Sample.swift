import EtudeDomain
import EtudePractice
import Testing

import struct Foundation.Date

/// Domain values with everything that a test does not care about filled in.
enum Sample {
    static let moment = Date(timeIntervalSince1970: 1_790_000_000)

    static func id(_ number: Int) throws -> EntryID {
        let digits = String(number)
        return try #require(
            EntryID(String(repeating: "0", count: EntryID.length - digits.count) + digits))
    }

    static func path(_ text: String) throws -> SkillPath { try #require(SkillPath(text)) }

    static func skill(
        _ path: String, status: Skill.Status = .active, kind: Skill.Kind = .skill,
        threshold: Double? = nil, mastered: Double? = nil, aliases: [String] = []
    ) throws -> Skill {
        Skill(
            path: try Self.path(path), title: path, status: status, kind: kind,
            threshold: threshold, mastered: mastered, aliases: try aliases.map(Self.path), text: "")
    }

    static func taxonomy(_ paths: String...) throws -> Taxonomy {
        Taxonomy(try paths.map { try skill($0) })
    }

    static func charter(allow: [String] = ["**"], deny: [String] = []) throws -> Charter {
        Charter(
            name: "desk", allow: try allow.map { try #require(SkillPattern($0)) },
            deny: try deny.map { try #require(SkillPattern($0)) })
    }

    static func trace(
        _ number: Int, skill: String = "support/intent", task: String = Failing.task,
        outcome: Trace.Outcome = .failure, difficulty: Double = 0, used: [EntryID] = [],
        baseOutcome: Trace.Outcome? = nil, choice: Trace.Choice = Failing.choice,
        steps: [Trace.Step] = [Failing.step], decision: Int? = nil
    ) throws -> Trace {
        Trace(
            id: try id(number), skill: try path(skill), agent: "desk-1", task: task,
            outcome: outcome, difficulty: difficulty, used: used, baseOutcome: baseOutcome,
            started: moment, ended: moment, choice: choice, steps: steps, decision: decision,
            evaluation: .pending)
    }

    /// An attempt at `task` where the agent leaned to one action and another was right.
    static func attempt(
        _ number: Int, skill: String = "support/intent", task: String, leaning: String,
        right: String
    ) throws -> Attempt {
        let choice = Trace.Choice(leaning: leaning, answer: leaning, right: right)
        let outcome: Trace.Outcome = leaning == right ? .success : .failure
        return try #require(
            Attempt(
                try trace(number, skill: skill, task: task, outcome: outcome, choice: choice)))
    }

    static func lesson(
        skill: String = "support/intent",
        title: String = "A question about the origin of money is not an identity check",
        when: String = "the customer asks where the money must come from",
        cues: [String] = ["fund", "source of funds"], unless: [String] = [],
        action: String = "answer `verify_source`",
        insteadOf: String? = "answer `verify_identity`",
        because: String = "identity checks are about the person; this asks about the fund"
    ) throws -> Lesson {
        Lesson(
            skill: try path(skill), title: title, when: when,
            cues: try cues.map { try #require(Cue($0)) },
            unless: try unless.map { try #require(Cue($0)) }, action: try #require(Action(action)),
            insteadOf: try insteadOf.map { try #require(Action($0)) }, because: because)
    }

    static func strategy(
        _ number: Int, _ lesson: Lesson, status: Strategy.Status = .active
    ) throws -> Strategy {
        Strategy(id: try id(number), status: status, lesson: lesson, origin: Strategy.Origin())
    }

    /// The failure that the sample lesson was learned from.
    enum Failing {
        static let task = "why do you need to know where my fund is from"
        static let choice = Trace.Choice(
            leaning: "verify_identity", answer: "verify_identity", right: "verify_source")
        static let step = Trace.Step(
            did: "answered `verify_identity`", expected: "`verify_identity` is wanted",
            happened: "the customer wanted `verify_source`")
    }
}
