public import EtudeDomain

/// Where the files of a memory lie, from its top.
public enum MemoryLayout {
    /// The operator's rules, and the mark of a memory.
    public static let charter = "CHARTER.md"

    /// What a path holds.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case charter, skill, strategy, scenario, competency
    }

    /// The kind of entry at `path`; nil for a file that is none, such as `README.md`.
    public static func kind(of path: String) -> Kind? {
        guard path.hasSuffix(".md") else { return nil }
        if path == charter { return .charter }
        let folders = path.split(separator: "/")
        switch folders.first {
        case "skills": return folders.last == "skill.md" && folders.count > 2 ? .skill : nil
        case "strategies": return folders.count > 2 ? .strategy : nil
        case "scenarios": return folders.count > 2 ? .scenario : nil
        case "competency": return folders.count > 2 ? .competency : nil
        default: return nil
        }
    }

    /// The folders that hold entries and nothing else.
    public static let folders = ["skills", "strategies", "scenarios", "competency"]

    /// Whether a path is the charter, or one of the folders of entries, or lies in one.
    static func isReserved(_ path: String) -> Bool {
        path == charter
            || path.split(separator: "/").first.map { folders.contains(String($0)) } == true
    }

    /// Whether a file looks like an entry and lies where none can be: directly in its folder.
    static func isMisplaced(_ path: String) -> Bool {
        let parts = path.split(separator: "/")
        guard parts.count == 2, isReserved(path), kind(of: path) == nil else { return false }
        return parts[0] == "skills"
            ? parts[1] == "skill.md" : path.hasSuffix(".md") && parts[1] != "README.md"
    }

    /// The file of a skill.
    public static func path(of skill: SkillPath) -> String { "skills/\(skill)/skill.md" }

    /// The file of a new strategy.
    public static func path(of strategy: Strategy) -> String {
        let (lesson, id) = (strategy.lesson, strategy.id)
        return "strategies/\(lesson.skill)/\(slug(of: lesson.title, beside: id))"
    }

    /// The file of a new scenario.
    public static func path(of scenario: Scenario) -> String {
        "scenarios/\(scenario.skill)/\(slug(of: scenario.title, beside: scenario.id))"
    }

    /// The file of an agent's competency.
    public static func path(ofCompetencyOf agent: String, at skill: SkillPath) -> String {
        "competency/\(agent)/\(skill).md"
    }

    /// The skill that the folders of a `path` of this kind name; nil where they name none.
    static func skill(of path: String, kind: Kind) -> SkillPath? {
        guard self.kind(of: path) == kind else { return nil }
        let segments = path.split(separator: "/")
        return switch kind {
        case .charter: nil
        case .skill, .strategy, .scenario:
            SkillPath(segments[1..<(segments.count - 1)].joined(separator: "/"))
        case .competency:
            SkillPath(String(segments[2...].joined(separator: "/").dropLast(".md".count)))
        }
    }

    private static func slug(of title: String, beside id: EntryID) -> String {
        let longest = SkillPath.maximumSegmentLength - EntryID.length - 1
        var slug = ""
        for word in Terms.words(of: title).map(asciiLetters) where !word.isEmpty {
            guard slug.utf8.count + word.utf8.count < longest else { break }
            slug += slug.isEmpty ? word : "-" + word
        }
        return slug.isEmpty ? "\(id).md" : "\(slug)-\(id).md"
    }

    private static func asciiLetters(of word: String) -> String {
        String(word.unicodeScalars.filter { $0.isASCII && $0 != "'" })
    }
}
