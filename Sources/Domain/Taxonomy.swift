/// The tree of skills of a memory.
public struct Taxonomy: Hashable, Sendable {
    /// The skills by their path.
    public let skills: [SkillPath: Skill]
    private let paths: [SkillPath: SkillPath]

    /// Collects skills; of two with the same path the later wins, of two that had the same path
    /// before the first in order.
    public init(_ skills: some Sequence<Skill>) {
        self.skills = Dictionary(skills.map { ($0.path, $0) }) { $1 }
        var paths = Dictionary(self.skills.keys.map { ($0, $0) }) { $1 }
        for skill in self.skills.values.sorted(by: { $0.path < $1.path }) {
            for alias in skill.aliases where paths[alias] == nil { paths[alias] = skill.path }
        }
        self.paths = paths
    }

    /// The skill at `path`, or the one that had this path before; nil when there is none.
    public subscript(path: SkillPath) -> Skill? { paths[path].flatMap { skills[$0] } }

    /// All paths, a skill before those below it.
    public var sorted: [Skill] { skills.values.sorted { $0.path < $1.path } }

    /// The skills directly below `path`; nil for the roots.
    public func children(of path: SkillPath?) -> [Skill] {
        sorted.filter { $0.path.parent == path }
    }

    /// The active skills at and below `path` that have no active skill below them.
    public func activeLeaves(under path: SkillPath) -> [Skill] {
        let active = sorted.filter {
            $0.status == .active && path.covers($0.path)
        }
        return active.filter { leaf in !active.contains { leaf.path.isAncestor(of: $0.path) } }
    }

    /// The known path most like `text`; nil when none is alike.
    public func suggestion(for text: String) -> SkillPath? {
        let names = skills.keys.map(\.text)
        return Spelling.nearest(to: text, among: names).flatMap(SkillPath.init)
            ?? skills.keys.sorted().first { $0.name == text }
    }
}
