import EtudeDomain

/// What a strategy replaces is there.
enum DanglingSupersedes: Rule {
    static let name = "dangling-supersedes"

    static func findings(in contents: MemoryContents) -> [Finding] {
        let known = Set(contents.strategies.map(\.strategy.id))
        return contents.strategies.flatMap { file in
            file.strategy.supersedes.filter { !known.contains($0) }.map { id in
                Finding(
                    severity: .warning, rule: name, path: file.path,
                    message: "it replaces '\(id)', which is not in this memory",
                    hint: "take the id out of 'supersedes'")
            }
        }
    }
}
