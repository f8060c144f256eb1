import EtudeDomain

@testable import EtudeStore

/// A file with one thing wrong in it, and where.
struct ProblemCase {
    let name: String
    let kind: MemoryLayout.Kind
    let text: String
    /// The line and the column that the problem names; nil for the file as a whole.
    let place: [Int]?

    var path: String {
        switch kind {
        case .charter: "CHARTER.md"
        case .skill: "skills/support/skill.md"
        case .strategy: "strategies/support/ask-4kq7w2mx9d.md"
        case .scenario: "scenarios/support/ask-4kq7w2mx9d.md"
        case .competency: "competency/desk/support.md"
        }
    }

    /// A strategy with one line in place of another; nil takes the line away.
    static func strategy(_ name: String, _ key: String, _ line: String?, at place: [Int]?) -> Self {
        var lines = [
            "---", "id: 4kq7w2mx9d", "title: Ask first", "skill: support", "status: active",
            "when: it is unclear", "cues: [refund]", "do: answer `b`", "because: a guess costs",
        ]
        if let index = lines.firstIndex(where: { $0.hasPrefix(key + ":") }) {
            lines.replaceSubrange(index...index, with: line.map { [$0] } ?? [])
        } else if let line {
            lines.append(line)
        }
        let text = (lines + ["---", ""]).joined(separator: "\n")
        return Self(name: name, kind: .strategy, text: text, place: place)
    }

    static func file(
        _ name: String, _ kind: MemoryLayout.Kind, _ lines: String..., at place: [Int]?
    ) -> Self {
        let text = (["---"] + lines + ["---", ""]).joined(separator: "\n")
        return Self(name: name, kind: kind, text: text, place: place)
    }

    /// What the reader says.
    func problem() -> EntryProblem? {
        do throws(EntryProblem) {
            switch kind {
            case .charter: _ = try CharterCodec.decode(text.bytes, path: path)
            case .strategy: _ = try StrategyCodec.decode(text.bytes, path: path)
            case .scenario: _ = try ScenarioCodec.decode(text.bytes, path: path)
            case .competency: _ = try CompetencyCodec.decode(text.bytes, path: path)
            case .skill:
                guard let skill = MemoryLayout.skill(of: path, kind: .skill) else { return nil }
                _ = try SkillCodec.decode(text.bytes, path: path, skill: skill)
            }
            return nil
        } catch {
            return error
        }
    }
}

extension ProblemCase {
    static let all = strategies + others

    private static let strategies: [ProblemCase] = [
        strategy("no id", "id", nil, at: nil),
        strategy("a short id", "id", "id: 4kq7", at: [2, 5]),
        strategy("an id with a forbidden letter", "id", "id: 4kq7w2mx9i", at: [2, 5]),
        strategy("no title", "title", nil, at: nil),
        strategy("an empty title", "title", "title:", at: [3, 1]),
        strategy("a number for a title", "title", "title: 42", at: [3, 8]),
        strategy("a list for a title", "title", "title: [a, b]", at: [3, 8]),
        strategy("a skill in capitals", "skill", "skill: Support", at: [4, 8]),
        strategy("a skill that climbs", "skill", "skill: support/../x", at: [4, 8]),
        strategy("the skill of another folder", "skill", "skill: billing", at: [4, 8]),
        strategy("no skill", "skill", nil, at: nil),
        strategy("an unknown status", "status", "status: on hold", at: [5, 9]),
        strategy("no circumstances", "when", nil, at: nil),
        strategy("a cue without a word", "cues", "cues: [refund, \"?!\"]", at: [7, 16]),
        strategy("a blank action", "do", "do: \" \"", at: [8, 5]),
        strategy("no action", "do", nil, at: nil),
        strategy("no reason", "because", nil, at: nil),
        strategy("a reason that is a truth value", "because", "because: true", at: [9, 10]),
        strategy("a bad moment", "created", "created: yesterday", at: [10, 10]),
        strategy("a bad trace", "trace", "trace: none", at: [10, 8]),
        strategy("a bad day", "expires", "expires: 2026-02-30", at: [10, 10]),
        strategy("a bad replaced id", "supersedes", "supersedes: [4kq7w2mx9e, x]", at: [10, 26]),
        strategy("a broken line", "when", "when it is unclear", at: [6, 1]),
        strategy("a doubled key", "agent", "title: Again", at: [10, 1]),
    ]

    private static let others: [ProblemCase] = [
        file("no version", .charter, "name: x", at: nil),
        file("a version that is no number", .charter, "etude: one", at: [2, 8]),
        file("version 0", .charter, "etude: 0", at: [2, 8]),
        file("a bad pattern", .charter, "etude: 1", "allow: [\"**\", Support]", at: [3, 15]),
        file("an unknown review", .charter, "etude: 1", "review: maybe", at: [3, 9]),
        file("a threshold above 1", .charter, "etude: 1", "threshold: 70", at: [3, 12]),
        file("a threshold that is none", .charter, "etude: 1", "threshold: .nan", at: [3, 12]),
        file("an unfit target", .charter, "etude: 1", "target-success: 0.95", at: [3, 17]),
        file("a negative count", .charter, "etude: 1", "inject: -1", at: [3, 9]),
        file("a broken count", .charter, "etude: 1", "keep-traces: 1.5", at: [3, 14]),
        file("no days at all", .charter, "etude: 1", "proposals-expire-days: 0", at: [3, 24]),
        file("a list for a name", .charter, "etude: 1", "name: [a]", at: [3, 7]),
        file("a skill without a title", .skill, "status: active", at: nil),
        file("a skill of an unknown kind", .skill, "title: x", "kind: habit", at: [3, 7]),
        file("a skill's bad mark", .skill, "title: x", "mastered: 1.01", at: [3, 11]),
        file("a bad former path", .skill, "title: x", "aliases: [a//b]", at: [3, 11]),
        file(
            "a scenario without an answer", .scenario, "id: 4kq7w2mx9d", "title: x",
            "skill: support", at: nil),
        file(
            "a scenario with an empty answer", .scenario, "id: 4kq7w2mx9d", "title: x",
            "skill: support", "expect: []", at: [5, 9]),
        file(
            "an unknown grader", .scenario, "id: 4kq7w2mx9d", "title: x", "skill: support",
            "grader: human", "expect: x", at: [5, 9]),
        file(
            "an absurd difficulty", .scenario, "id: 4kq7w2mx9d", "title: x", "skill: support",
            "difficulty: 21", "expect: x", at: [5, 13]),
        file("a competency of nobody", .competency, "skill: support", at: nil),
        file("a competency of never", .competency, "skill: support", "agent: desk", at: nil),
        file(
            "a competency's bad state", .competency, "skill: support", "agent: desk",
            "state: good", "updated: 2026-11-22T10:04:05Z", at: [4, 8]),
        file(
            "a competency above 1", .competency, "skill: support", "agent: desk", "high: 1.2",
            "updated: 2026-11-22T10:04:05Z", at: [4, 7]),
    ]
}
