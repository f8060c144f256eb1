/// Whether what is written survives a power cut.
public enum Durability: String, Hashable, Sendable {
    /// Everything is on the disk, in order, before a call returns.
    case durable
    /// The operating system writes when it likes: for tests and bulk work.
    case relaxed
}
