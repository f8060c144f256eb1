import EtudeDomain

/// A strategy belongs to a skill of the taxonomy.
enum UnknownSkill: Rule {
    static let name = "unknown-skill"

    static func findings(in contents: MemoryContents) -> [Finding] {
        contents.strategies.compactMap { file in
            let skill = file.strategy.lesson.skill
            guard contents.taxonomy[skill] == nil else { return nil }
            let suggestion = contents.taxonomy.suggestion(for: skill.text)
            return Finding(
                severity: .error, rule: name, path: file.path,
                message: "no skill is called '\(skill)'",
                hint: suggestion.map { "did you mean '\($0)'?" } ?? "add 'skills/\(skill)/skill.md'"
            )
        }
    }
}
