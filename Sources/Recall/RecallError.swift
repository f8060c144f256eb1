/// Why an index could not answer.
public enum RecallError: Error, Hashable, Sendable {
    /// Its bytes are not those that were written; build it anew.
    case damaged
}
