import EtudeDomain
import Testing

@testable import EtudeStore

@Suite("MemoryLayout")
struct LayoutTests {
    @Test(arguments: [
        ("CHARTER.md", MemoryLayout.Kind.charter), ("skills/support/skill.md", .skill),
        ("skills/support/intent/skill.md", .skill), ("strategies/support/a.md", .strategy),
        ("strategies/a/b/c/d.md", .strategy), ("scenarios/support/a.md", .scenario),
        ("competency/desk/support.md", .competency), ("competency/desk/a/b.md", .competency),
    ])
    func kindsFollowThePath(path: String, kind: MemoryLayout.Kind) {
        #expect(MemoryLayout.kind(of: path) == kind)
    }

    @Test(arguments: [
        "README.md", "charter.md", "docs/CHARTER.md", "skills/skill.md", "skills/support/notes.md",
        "strategies/a.md", "strategies/support/a.txt", "strategies/support/a.md.orig",
        "competency/a.md",
        "src/strategies/support/a.md", "", "skills",
    ])
    func otherFilesAreNoEntries(path: String) {
        #expect(MemoryLayout.kind(of: path) == nil)
    }

    @Test
    func foldersNameTheSkill() throws {
        let skill = try Sample.path("support/intent")
        #expect(MemoryLayout.path(of: skill) == "skills/support/intent/skill.md")
        for kind in MemoryLayout.Kind.allCases where kind != .charter {
            let path =
                kind == .competency
                ? MemoryLayout.path(ofCompetencyOf: "desk", at: skill)
                : "\(kind.folder)/support/intent/skill.md"
            #expect(MemoryLayout.skill(of: path, kind: kind) == skill)
        }
        #expect(MemoryLayout.skill(of: "skills/Support/skill.md", kind: .skill) == nil)
        #expect(MemoryLayout.skill(of: "skill.md", kind: .skill) == nil)
        #expect(MemoryLayout.skill(of: "a.md", kind: .strategy) == nil)
        #expect(MemoryLayout.skill(of: "competency/a.md", kind: .competency) == nil)
        #expect(MemoryLayout.skill(of: "skills/a/b/c/d/e/f/g/skill.md", kind: .skill) == nil)
    }

    @Test(arguments: [
        ("Ask first", "ask-first"), ("", ""), ("???", ""), ("Où est l’argent ?", "o-est-largent"),
        ("日本語", ""), ("../../etc/passwd", "etc-passwd"), ("Don't ASK twice", "dont-ask-twice"),
        ("a\u{0}b\nc", "a-b-c"), (String(repeating: "x", count: 200), ""),
        (
            "one two three four five six seven eight nine ten eleven twelve",
            "one-two-three-four-five-six-seven-eight-nine-ten"
        ),
    ])
    func fileNamesArePlain(title: String, slug: String) throws {
        let strategy = try Sample.strategy(1, lesson: Sample.lesson(title: title))
        let name = slug.isEmpty ? "\(strategy.id).md" : "\(slug)-\(strategy.id).md"
        #expect(MemoryLayout.path(of: strategy) == "strategies/support/\(name)")
    }

    @Test(arguments: 0..<50)
    func fileNamesOfAnyTitleAreSegments(seed: Int) throws {
        var draw = TextGenerator(seed: UInt64(seed))
        let strategy = try Sample.strategy(1, lesson: Sample.lesson(title: draw.line(upTo: 40)))
        let path = MemoryLayout.path(of: strategy)
        let name = try #require(path.split(separator: "/").last).dropLast(3)
        #expect(SkillPath.isSegment(name))
        #expect(name.hasSuffix(strategy.id.text))
        #expect(MemoryLayout.kind(of: path) == .strategy)
    }
}

extension MemoryLayout.Kind {
    fileprivate var folder: String {
        switch self {
        case .charter: ""
        case .skill: "skills"
        case .strategy: "strategies"
        case .scenario: "scenarios"
        case .competency: "competency"
        }
    }
}
