/// A key of the frontmatter with its value and where both stand.
public struct Field: Hashable, Sendable {
    /// The key's name.
    public let key: String

    /// What the key is set to.
    public let value: Value

    /// The bytes of the key, without its colon.
    public let keyRange: Range<Int>

    /// The bytes of the value, from its first to its last; empty, after the colon, for no value.
    public let valueRange: Range<Int>

    /// The offset just after the colon.
    let colonEnd: Int

    /// What a key is set to.
    public enum Value: Hashable, Sendable {
        /// One value.
        case scalar(Scalar)
        /// Several values, or none, in brackets or as lines with dashes.
        case list([Scalar])
        /// Nothing, which is null to YAML.
        case empty
    }

    /// The bytes of each list item in order; empty for anything but a list.
    public var itemRanges: [Range<Int>] {
        guard case .list(let items) = value else { return [] }
        return items.map(\.range)
    }
}
