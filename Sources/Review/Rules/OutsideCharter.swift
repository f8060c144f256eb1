import EtudeDomain

/// The charter permits what a strategy is about.
enum OutsideCharter: Rule {
    static let name = "outside-charter"

    static func findings(in contents: MemoryContents) -> [Finding] {
        contents.strategies.filter {
            $0.strategy.status != .retired && !contents.charter.permits($0.strategy.lesson.skill)
        }.map { file in
            Finding(
                severity: .error, rule: name, path: file.path,
                message:
                    "the charter does not allow learning about '\(file.strategy.lesson.skill)'",
                hint: "delete the strategy, or widen 'allow' in CHARTER.md")
        }
    }
}
