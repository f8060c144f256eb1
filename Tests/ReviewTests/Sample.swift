import EtudeDomain
import EtudeReview
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

    static func skill(_ path: String, aliases: [String] = []) throws -> Skill {
        Skill(
            path: try Self.path(path), title: path, status: .active, kind: .skill,
            aliases: try aliases.map(Self.path), text: "")
    }

    static func strategy(
        _ number: Int, skill: String = "desk", status: Strategy.Status = .active,
        cues: [String] = ["fund"], action: String = "answer `b`",
        insteadOf: String? = "answer `a`", because: String = "because",
        supersedes: [Int] = [], agent: String? = nil
    ) throws -> Strategy {
        Strategy(
            id: try id(number), status: status,
            lesson: Lesson(
                skill: try path(skill), title: "title", when: "when",
                cues: try cues.map { try #require(Cue($0)) }, action: try #require(Action(action)),
                insteadOf: try insteadOf.map { try #require(Action($0)) }, because: because),
            origin: Strategy.Origin(agent: agent), supersedes: try supersedes.map(id))
    }

    static func competency(
        _ skill: String, agent: String = "desk-1", attempts: Int = 10, competence: Double = 0.5
    ) throws -> Competency {
        Competency(
            skill: try path(skill), agent: agent, attempts: attempts, successes: attempts / 2,
            ability: 0, uncertainty: 1, competence: competence, low: 0.2, high: 0.8,
            state: .unknown,
            retention: nil, traces: nil, memory: nil, updated: moment)
    }

    /// The contents of a memory whose strategies lie in files named after their ids.
    static func contents(
        _ strategies: [Strategy] = [], skills: [String] = ["desk", "desk/mail"],
        allow: [String] = ["**"], deny: [String] = [], competencies: [Competency] = []
    ) throws -> MemoryContents {
        let patterns = { (texts: [String]) in
            try texts.map { try #require(SkillPattern($0)) }
        }
        return MemoryContents(
            charter: Charter(name: "", allow: try patterns(allow), deny: try patterns(deny)),
            taxonomy: Taxonomy(try skills.map { try skill($0) }),
            strategies: strategies.map {
                .init(strategy: $0, path: "strategies/\($0.lesson.skill)/\($0.id).md")
            }, competencies: competencies)
    }
}
