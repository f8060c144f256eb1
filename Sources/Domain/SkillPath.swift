/// The identity of a skill: its place in the taxonomy, such as `support/intent`.
public struct SkillPath: Hashable, Sendable {
    /// The segments from the root down; at least one.
    public let segments: [String]

    /// The deepest taxonomy a memory may have.
    public static let maximumDepth = 6

    /// The longest segment, in characters.
    public static let maximumSegmentLength = 64

    /// Accepts one to six segments of `[a-z0-9][a-z0-9-]*`, joined by slashes; nil for anything else.
    public init?(_ text: String) {
        self.init(
            segments: text.split(separator: "/", omittingEmptySubsequences: false).map(String.init))
    }

    private init?(segments: [String]) {
        guard (1...Self.maximumDepth).contains(segments.count), segments.allSatisfy(Self.isSegment)
        else { return nil }
        self.segments = segments
    }

    /// The segments joined by slashes.
    public var text: String { segments.joined(separator: "/") }

    /// The last segment.
    public var name: String { segments[segments.count - 1] }

    /// The skill directly above; nil for a root.
    public var parent: SkillPath? { SkillPath(segments: segments.dropLast()) }

    /// The skills above, nearest first.
    public var ancestors: [SkillPath] {
        Array(sequence(first: self) { $0.parent }.dropFirst())
    }

    /// Whether `other` is this skill or one below it.
    public func covers(_ other: SkillPath) -> Bool { self == other || isAncestor(of: other) }

    /// Whether `other` lies below this skill; a skill does not lie below itself.
    public func isAncestor(of other: SkillPath) -> Bool {
        segments.count < other.segments.count && other.segments.starts(with: segments)
    }

    /// The skill `name` directly below this one; nil when the name or the depth is not allowed.
    public func appending(_ name: String) -> SkillPath? { SkillPath(segments: segments + [name]) }

    /// Whether `text` can be one segment of a path.
    public static func isSegment(_ text: some StringProtocol) -> Bool {
        guard let first = text.utf8.first, first != UInt8(ascii: "-") else { return false }
        return text.utf8.count <= maximumSegmentLength && text.utf8.allSatisfy(isSegmentCharacter)
    }

    private static func isSegmentCharacter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "-"):
            true
        default: false
        }
    }
}

extension SkillPath: Comparable {
    /// Orders a skill before those below it, and siblings by name.
    public static func < (left: Self, right: Self) -> Bool {
        left.segments.lexicographicallyPrecedes(right.segments)
    }
}

extension SkillPath: CustomStringConvertible {
    /// The segments joined by slashes.
    public var description: String { text }
}
