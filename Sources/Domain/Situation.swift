/// What is known at the moment an agent is about to act.
public struct Situation: Hashable, Sendable {
    /// The words of the task.
    public let terms: Terms
    /// The name of the action that the agent would take by itself; nil when that is not known.
    public let leaning: String?

    /// Describes a moment of choice; the action is kept as names of actions are compared.
    public init(terms: Terms, leaning: String? = nil) {
        self.terms = terms
        self.leaning = leaning.map { Action.normalized($0[...]) }
    }

    /// Whether a lesson suits the choice at hand.
    ///
    /// It does not where the agent leans to something else than what the lesson warns of. What is not
    /// known rules nothing out.
    public func leavesRoom(for lesson: Lesson) -> Bool {
        guard let leaning, let rejected = lesson.insteadOf else { return true }
        return rejected.name == leaning
    }
}
