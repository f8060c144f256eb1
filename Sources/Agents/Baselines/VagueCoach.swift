public import EtudeDomain

/// A coach that knows what was right and does not look for the reason.
///
/// Its lessons name the right intent, and as their cue the word of the request that says least: the one
/// that most requests so far hold. They warn of nothing, so they come up whatever the agent leans to. A
/// measure of how much depends on the quality of reflection.
public struct VagueCoach: Coach {
    /// Needs to know nothing.
    public init() {}

    /// Explains a failure; nil where the right answer is unknown or no word is left.
    public func reflect(
        on trace: Trace, experience: [Attempt]
    ) async throws(AgentError) -> Reflection? {
        guard let failure = Attempt(trace) else { return nil }
        let words = TellingWord.all(in: failure.task).map { word in
            (word, experience.count { $0.situation.terms.stems.contains(word.stem) })
        }
        guard let most = words.map(\.1).max(), let word = words.first(where: { $0.1 == most })?.0,
            let lesson = lesson(word.text, for: trace, right: failure.right)
        else { return nil }
        let cause = Reflection.Cause(
            step: max(1, trace.steps.count), explanation: "`\(failure.right)` was not thought of")
        return Reflection(cause: cause, lessons: [lesson])
    }

    private func lesson(_ word: String, for trace: Trace, right: String) -> Lesson? {
        guard let cue = Cue(word), let action = Action("answer `\(right)`") else { return nil }
        return Lesson(
            skill: trace.skill, title: "think of \(right)", when: "the request says '\(word)'",
            cues: [cue], action: action, insteadOf: nil,
            because: "a request with '\(word)' was about `\(right)`")
    }
}
