/// Anything that can say which strategies fit a task.
public protocol RecallEngine: Sendable {
    /// The revision of the memory that it answers for; nil for an empty memory.
    var revision: String? { get }

    /// The strategies that fit, best first, within the query's limits.
    func hits(for query: Query) -> [Hit]
}
