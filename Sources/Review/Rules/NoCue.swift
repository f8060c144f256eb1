import EtudeDomain

/// A strategy has a cue that carries meaning.
enum NoCue: Rule {
    static let name = "no-cue"

    static func findings(in contents: MemoryContents) -> [Finding] {
        contents.strategies.filter { file in
            file.strategy.status != .retired
                && !file.strategy.lesson.cues.contains(where: \.isTelling)
        }.map { file in
            Finding(
                severity: .warning, rule: name, path: file.path,
                message: "no cue makes its recall exact; it is found by likeness alone",
                hint: "add 'cues: [word, some phrase]' with words that the task will hold")
        }
    }
}
