import EtudeDomain
import Foundation
import Testing

/// One value of each kind, with everything that may be there or with nothing that need not.
struct SchemaSample {
    let strategy: Strategy
    let skill: Skill
    let competency: Competency
    let trace: Trace

    init(isFull: Bool) throws {
        let path = try #require(SkillPath("desk"))
        let id = try #require(EntryID("4kq7w2mx9d"))
        let digits = try #require(EntryID("1234567890"))
        let moment = Date(timeIntervalSince1970: 1_790_000_000)
        let rejected = try #require(Action("yes"))
        let commit = "1234567890123456789012345678901234567e10"
        strategy = Strategy(
            id: id, status: .active,
            lesson: Lesson(
                skill: path, title: "true: a # lesson", when: "12:30",
                cues: isFull ? [try #require(Cue("null")), try #require(Cue("42"))] : [],
                action: try #require(Action("0x10")),
                insteadOf: isFull ? rejected : nil, because: "~"),
            origin: isFull
                ? Strategy.Origin(agent: "7", created: moment, trace: digits, memory: commit)
                : Strategy.Origin(),
            supersedes: isFull ? [digits] : [], expires: isFull ? moment : nil)
        skill = Skill(
            path: path, title: "1.0", status: .active, kind: isFull ? .failureMode : .skill,
            threshold: isFull ? 0.6 : nil, mastered: isFull ? 1 : nil,
            aliases: isFull ? [path] : [],
            text: "")
        competency = Competency(
            skill: path, agent: "7", attempts: 4, successes: 2, ability: -1e-7, uncertainty: 1.5,
            competence: 0, low: 0, high: 1, state: .able,
            retention: isFull
                ? Competency.Retention(stability: 1e6, difficulty: 5.5, due: 12) : nil,
            traces: isFull ? commit : nil, memory: isFull ? commit : nil, updated: moment)
        trace = Trace(
            id: digits, skill: path, agent: "7", task: "a task", outcome: .failure,
            score: isFull ? 0.5 : nil, memory: isFull ? commit : nil, recalled: isFull ? [id] : [],
            used: isFull ? [digits] : [], baseOutcome: isFull ? .success : nil, started: moment,
            ended: moment,
            choice: isFull
                ? Trace.Choice(
                    leaning: "no", considered: ["1", "[a]", "null"], answer: "- x", right: "3.5")
                : Trace.Choice(),
            steps: [], decision: isFull ? 1 : nil, evaluation: .pending)
    }
}
