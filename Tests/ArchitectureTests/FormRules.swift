/// What every file keeps to.
enum FormRules {
    /// The most lines of a file.
    static let longest = 500

    private static let traps = [
        "try!", "as!", "fatalError(", "Task.detached", "DispatchSemaphore(",
    ]
    private static let emptyNames = [
        "Utils", "Utilities", "Helpers", "Helper", "Common", "Manager",
    ]

    /// What `file` does that no file of the project does.
    static func violations(in file: SourceFile) -> [String] {
        tooLong(file) + badName(file)
            + traps.filter { mayHold($0, file) }.flatMap { trap in
                file.code.indices.filter { file.code[$0].contains(trap) }.map {
                    file.violation(line: $0 + 1, "'\(trap)' is not used here")
                }
            }
    }

    private static func mayHold(_ trap: String, _ file: SourceFile) -> Bool {
        file.words.contains(String(trap.prefix { $0.isLetter }))
    }

    /// Says so where `file` passes the most lines.
    static func tooLong(_ file: SourceFile) -> [String] {
        let count = file.text.utf8.count { $0 == UInt8(ascii: "\n") }
        guard count > longest else { return [] }
        return [file.violation(line: longest, "it has \(count) lines, \(longest) at most")]
    }

    private static func badName(_ file: SourceFile) -> [String] {
        let names = file.path.split { $0 == "/" || $0 == "." || $0 == "+" }
        return emptyNames.filter { names.contains($0[...]) }.map {
            file.violation(line: 1, "'\($0)' says nothing")
        }
    }
}
