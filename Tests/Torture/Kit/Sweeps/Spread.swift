/// Picks from a list.
enum Spread {
    /// Picks at most `limit` items, evenly spread; all of them without a limit.
    static func pick<Item>(_ limit: Int?, of items: [Item]) -> [Item] {
        guard let limit, limit < items.count else { return items }
        return (0..<limit).map { items[$0 * items.count / limit] }
    }
}
