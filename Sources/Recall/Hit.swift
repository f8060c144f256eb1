public import EtudeDomain

/// A strategy that fits a task, and why.
public struct Hit: Hashable, Sendable {
    /// Its identity.
    public let id: EntryID
    /// The file that holds it, from the top of the memory.
    public let location: String
    /// What it teaches.
    public let lesson: Lesson
    /// How its advice did so far.
    public let record: AdviceRecord
    /// The cue that occurs in the task; nil where the words are merely alike.
    public let cue: String?
    /// How much the words are alike (BM25F, weighted by the record); 0 where a cue decided.
    public let score: Double
}
