import EtudeDomain

/// A skill's parent has a file of its own.
enum MissingParent: Rule {
    static let name = "missing-parent"

    static func findings(in contents: MemoryContents) -> [Finding] {
        contents.taxonomy.sorted.compactMap { skill in
            guard let parent = skill.path.parent, contents.taxonomy[parent] == nil else {
                return nil
            }
            return Finding(
                severity: .error, rule: name, path: "skills/\(skill.path)/skill.md",
                message: "the skill above, '\(parent)', has no file",
                hint: "add 'skills/\(parent)/skill.md'")
        }
    }
}
