/// Anything that can say which strategies fit a task.
public protocol RecallEngine: Sendable {
    /// The revision of the memory that it answers for; nil for an empty memory.
    var revision: String? { get }

    /// The strategies that fit, best first, within the query's limits; throws where what it answers
    /// from turns out to be damaged.
    func hits(for query: Query) throws(RecallError) -> [Hit]
}
