/// What no file below the faces does: print, or look at the world by itself.
enum PurityRules {
    /// The faces.
    static let faces: Set = ["CLI", "MCPServer", "Dashboard"]

    private static let forbidden: [(calls: [String], reason: String)] = [
        (["print", "debugPrint", "dump", "fputs", "puts", "printf"], "only a face prints"),
        (
            ["FileHandle.standardOutput", "FileHandle.standardError", "STDOUT_FILENO", "stdout"],
            "only a face prints"
        ),
        (
            [
                "Date()", "Date.now", "time(nil)", "gettimeofday", "clock_gettime",
                "DispatchTime.now",
            ],
            "the time is a parameter"
        ),
        (
            ["ProcessInfo", "getenv", "setenv", "environ", "CommandLine"],
            "only a face reads the environment"
        ),
        (
            [
                "SystemRandomNumberGenerator", "UUID()", "arc4random", "drand48", "rand",
                "random()",
                "shuffled()", "shuffle()", "randomElement()",
            ], "randomness is a parameter"
        ),
        (
            [
                "currentDirectoryPath", "currentDirectory", "changeCurrentDirectoryPath",
                "chdir",
            ], "only a face knows the current folder"
        ),
        (
            [
                "NSHomeDirectory", "homeDirectoryForCurrentUser", "homeDirectory",
                "NSTemporaryDirectory", "temporaryDirectory", "getpwuid",
            ], "only a face knows the user's folders"
        ),
    ]

    /// Starting programs, which is for agents alone.
    private static let starting = ["Process()", "posix_spawn", "system", "popen", "fork", "execv"]

    /// What `file` does that it must not.
    static func violations(in file: SourceFile) -> [String] {
        guard !faces.contains(file.target) else { return [] }
        let programs = file.target == "Agents" ? [] : [(starting, "only an agent starts programs")]
        let used = (forbidden + programs).flatMap { calls, reason in
            calls.filter { mayUse($0, file) }.flatMap { call in
                file.code.indices.filter { isUsed(call, in: file.code[$0]) }.map {
                    file.violation(line: $0 + 1, "'\(call)': \(reason)")
                }
            }
        }
        return used + drawsWithoutGenerator(in: file)
    }

    private static func mayUse(_ call: String, _ file: SourceFile) -> Bool {
        file.words.contains(String(call.prefix(while: isWordCharacter)))
    }

    /// Whether `name` occurs as a word; a name of a C function only where it is called, and not where
    /// it is declared or belongs to something else.
    private static func isUsed(_ name: String, in line: Substring) -> Bool {
        let isFunction =
            name.allSatisfy { $0.isLowercase || $0 == "_" || $0.isNumber }
            || name == "debugPrint"
        return line.ranges(of: name).contains { range in
            let (before, after) = (line[..<range.lowerBound], line[range.upperBound...])
            guard before.last.map(isWordCharacter) != true else { return false }
            if name.hasSuffix(")") { return true }
            guard after.first.map(isWordCharacter) != true else { return false }
            guard isFunction else { return true }
            let isOther =
                before.last == "." || before.hasSuffix("func ") || before.hasSuffix("case ")
            return after.hasPrefix("(") && !isOther
        }
    }

    private static func isWordCharacter(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || character == "_"
    }

    /// Calls of `random(in:)` and the like whose arguments name no generator.
    private static func drawsWithoutGenerator(in file: SourceFile) -> [String] {
        guard file.words.contains("random") else { return [] }
        let code = file.code.joined(separator: "\n")
        return code.ranges(of: /\.random\(\s*in:/)
            .filter { !arguments(after: $0.upperBound, in: code).contains("using:") }
            .map { range in
                let line = code[..<range.lowerBound].count { $0 == "\n" } + 1
                return file.violation(line: line, "'random(in:)': randomness is a parameter")
            }
    }

    private static func arguments(after start: String.Index, in code: String) -> Substring {
        var depth = 1
        let end = code[start...].firstIndex { character in
            if character == "(" { depth += 1 }
            if character == ")" { depth -= 1 }
            return depth == 0
        }
        return code[start..<(end ?? code.endIndex)]
    }
}
