import EtudeDomain

/// Two strategies of one skill do not ask for different actions on the same cue.
enum ContradictingLessons: Rule {
    static let name = "contradiction"

    static func findings(in contents: MemoryContents) -> [Finding] {
        let inUse = contents.strategies.filter { $0.strategy.status != .retired }
        var byCue: [Key: [MemoryContents.StrategyFile]] = [:]
        for file in inUse {
            for cue in file.strategy.lesson.cues {
                byCue[Key(file.strategy.lesson, cue), default: []].append(file)
            }
        }
        return Array(Set(byCue.values.flatMap(contradictions)))
    }

    private static func contradictions(in group: [MemoryContents.StrategyFile]) -> [Finding] {
        guard let first = group.first else { return [] }
        let other = group.dropFirst().filter {
            $0.strategy.lesson.action.name != first.strategy.lesson.action.name
        }
        return other.map { file in
            Finding(
                severity: .warning, rule: name, path: file.path,
                message: "on the same cue, '\(first.path)' asks for another action",
                hint: "the one with the better record wins; narrow the cues of one, or retire it")
        }
    }

    private struct Key: Hashable {
        let skill: SkillPath
        let rejected: String?
        let cue: Terms

        init(_ lesson: Lesson, _ cue: Cue) {
            skill = lesson.skill
            rejected = lesson.insteadOf?.name
            self.cue = cue.terms
        }
    }
}
