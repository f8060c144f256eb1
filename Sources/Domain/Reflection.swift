/// What a coach makes of one failure.
public struct Reflection: Hashable, Sendable {
    /// The decision that led to the failure.
    public let cause: Cause
    /// Lessons that would have avoided it, the most promising first.
    public let lessons: [Lesson]

    /// The decision point of a failure.
    public struct Cause: Hashable, Sendable {
        /// The step, from 1.
        public let step: Int
        /// What happened there, in a sentence.
        public let explanation: String

        /// Names a decision.
        public init(step: Int, explanation: String) {
            self.step = step
            self.explanation = explanation
        }
    }

    /// States a reflection.
    public init(cause: Cause, lessons: [Lesson]) {
        self.cause = cause
        self.lessons = lessons
    }
}
