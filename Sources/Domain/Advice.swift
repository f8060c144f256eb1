/// A strategy as it is handed to an agent before a task.
public struct Advice: Hashable, Sendable {
    /// The strategy's identity.
    public let id: EntryID
    /// What it teaches.
    public let lesson: Lesson

    /// Hands a strategy over.
    public init(id: EntryID, lesson: Lesson) {
        self.id = id
        self.lesson = lesson
    }
}
