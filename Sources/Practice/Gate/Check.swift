/// One thing the gate looks at, and what it found.
public struct Check: Hashable, Sendable {
    /// The things the gate looks at, in the order in which it tells them.
    public enum Name: String, Hashable, Sendable, CaseIterable {
        /// A cue that means something occurs in the failing trace.
        case specific
        /// The failure is blamed on a step that exists.
        case anchored
        /// One action to take, and a different one to leave.
        case oneAction = "one-action"
        /// The reason rests on what is in the trace.
        case grounded
        /// The step at fault expected something.
        case falsifiable
        /// The advice says something.
        case substance
        /// The lesson is short.
        case length
        /// The charter lets agents learn about the skill.
        case boundary
        /// The skill exists and is in use.
        case skill
        /// No control, invisible or direction-changing characters, and one line a field.
        case characters
        /// No secret.
        case secret
        /// No older strategy says the same.
        case duplicate
        /// No older strategy says otherwise for the same tasks and knows better.
        case conflict
        /// It would have flipped its own failure, and helps more than it harms.
        case replay
    }

    /// What a check found, in one sentence.
    public enum Result: Hashable, Sendable {
        /// Nothing is wrong; the fact that shows it.
        case passed(String)
        /// Something is wrong; what, and what to do instead.
        case failed(String)
        /// There is nothing to look at; why.
        case notApplicable(String)
    }

    /// What was looked at.
    public let name: Name
    /// What was found.
    public let result: Result

    /// Whether something is wrong.
    public var isFailure: Bool {
        if case .failed = result { true } else { false }
    }

    /// What was found, in one sentence.
    public var message: String {
        switch result {
        case .passed(let message), .failed(let message), .notApplicable(let message): message
        }
    }
}
