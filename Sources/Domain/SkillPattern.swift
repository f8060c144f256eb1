/// A set of skills, as a charter names it: `support/**`, `support/*/refunds`, `**`.
///
/// `*` stands for one segment, `**` for any number of them, none included.
public struct SkillPattern: Hashable, Sendable {
    /// The pattern as it was written.
    public let text: String
    private let segments: [Substring]

    /// Accepts segments of a skill path, `*` and `**`, joined by slashes; nil for anything else.
    public init?(_ text: String) {
        let segments = text.split(separator: "/", omittingEmptySubsequences: false)
        guard segments.count <= SkillPath.maximumDepth,
            segments.allSatisfy({ $0 == "*" || $0 == "**" || SkillPath.isSegment($0) })
        else { return nil }
        self.text = text
        self.segments = segments
    }

    /// Whether `skill` belongs to the set.
    public func matches(_ skill: SkillPath) -> Bool {
        Self.matches(segments[...], skill.segments[...])
    }

    private static func matches(_ pattern: ArraySlice<Substring>, _ path: ArraySlice<String>)
        -> Bool
    {
        guard let first = pattern.first else { return path.isEmpty }
        let rest = pattern.dropFirst()
        if first == "**" {
            return (0...path.count).contains { matches(rest, path.dropFirst($0)) }
        }
        guard let segment = path.first, first == "*" || first == segment else { return false }
        return matches(rest, path.dropFirst())
    }
}
