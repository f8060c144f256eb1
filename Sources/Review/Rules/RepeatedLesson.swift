import EtudeDomain

/// Two strategies do not say the same.
enum RepeatedLesson: Rule {
    static let name = "repeated-lesson"

    static func findings(in contents: MemoryContents) -> [Finding] {
        let inUse = contents.strategies.filter { $0.strategy.status != .retired }
        let groups = Dictionary(grouping: inUse) { Key($0.strategy.lesson) }
        return groups.values.filter { $0.count > 1 }.flatMap { group in
            group.dropFirst().map { file in
                Finding(
                    severity: .warning, rule: name, path: file.path,
                    message: "it says the same as '\(group[0].path)'", hint: "delete one of the two"
                )
            }
        }
    }

    private struct Key: Hashable {
        let skill: SkillPath
        let action: String
        let rejected: String?
        let cues: Set<Terms>

        init(_ lesson: Lesson) {
            skill = lesson.skill
            action = lesson.action.name
            rejected = lesson.insteadOf?.name
            cues = Set(lesson.cues.map(\.terms))
        }
    }
}
