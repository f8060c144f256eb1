/// Which target may import which.
enum ImportRules {
    /// What the platform brings along.
    private static let platform: Set = [
        "Foundation", "FoundationEssentials", "Dispatch", "Glibc", "Musl", "Darwin", "System",
        "SystemPackage", "Synchronization",
    ]

    /// What each target may import besides the platform; everything below it, at most.
    private static let arrows: [String: Set<String>] = [
        "Clibgit2": [],
        "Git": ["Clibgit2", "Crypto"],
        "Documents": [],
        "Domain": [],
        "Store": ["EtudeGit", "EtudeDocuments", "EtudeDomain"],
        "Recall": ["EtudeDomain"],
        "Practice": ["EtudeDomain"],
        "Review": ["EtudeDomain", "EtudeDocuments"],
        "Agents": ["EtudeDomain", "Subprocess"],
        "Runtime": [
            "EtudeGit", "EtudeDocuments", "EtudeDomain", "EtudeStore", "EtudeRecall",
            "EtudePractice", "EtudeReview", "EtudeAgents",
        ],
        "CLI": [
            "EtudeRuntime", "EtudeDomain", "EtudeRecall", "EtudeReview", "EtudeAgents",
            "EtudeDocuments", "ArgumentParser",
        ],
    ]

    /// The targets that have rules.
    static var targets: Set<String> { Set(arrows.keys) }

    /// The imports of `file` that it must not have.
    static func violations(in file: SourceFile) -> [String] {
        guard let allowed = arrows[file.target] else {
            return [file.violation(line: 1, "the target '\(file.target)' has no rule")]
        }
        return imports(of: file).filter { !isAllowed($0.module, for: file.target, allowed) }.map {
            file.violation(line: $0.line, "\(file.target) must not import \($0.module)")
        }
    }

    private static func isAllowed(
        _ module: String, for target: String, _ allowed: Set<String>
    ) -> Bool {
        if target == "Domain" { return module == "struct Foundation.Date" }
        let name = module.split(separator: " ").last?.split(separator: ".").first ?? ""
        return allowed.contains(String(name)) || platform.contains(String(name))
    }

    /// What a file imports, such as `Foundation` or `struct Foundation.Date`, and the line.
    static func imports(of file: SourceFile) -> [(module: String, line: Int)] {
        file.code.enumerated().flatMap { number, line in
            line.split(separator: ";").compactMap { statement -> (String, Int)? in
                let words = statement.split { $0 == " " || $0 == "\t" }
                guard let place = words.firstIndex(of: "import"),
                    words[..<place].allSatisfy(isModifier)
                else { return nil }
                return (words[(place + 1)...].joined(separator: " "), number + 1)
            }
        }
    }

    private static func isModifier(_ word: Substring) -> Bool {
        word.hasPrefix("@")
            || ["public", "package", "internal", "fileprivate", "private"].contains(word)
    }
}
