import EtudeDomain

/// The checks that hold a lesson against the failure it was learned from.
extension Gate {
    func specific(_ lesson: Lesson, _ failure: Failure) -> Check.Result {
        if lesson.cues.isEmpty { return specificByCircumstances(lesson, failure) }
        let telling = lesson.cues.filter(\.isTelling)
        if let cue = telling.first(where: failure.holds) {
            return .passed("the cue “\(cue.text)” occurs in the trace")
        }
        let problem =
            telling.isEmpty
            ? "every cue is made of words that say nothing by themselves"
            : "no cue occurs in the trace: \(Wording.list(telling.map(\.text)))"
        return .failed("\(problem); \(suggestion(of: failure))")
    }

    private func specificByCircumstances(_ lesson: Lesson, _ failure: Failure) -> Check.Result {
        let words = Terms(of: lesson.when).stems.filter { !StopWords.contains($0) }
        if let word = words.first(where: Set(failure.task.stems).contains) {
            return .passed("`when` shares “\(word)” with the task")
        }
        return .failed("no word of `when` occurs in the task; \(suggestion(of: failure))")
    }

    private func suggestion(of failure: Failure) -> String {
        let words = Terms.words(of: failure.trace.task).filter {
            !StopWords.contains(Terms.stem($0))
        }
        if words.isEmpty { return "the task has no word to recognise it by" }
        return "give a cue from the task, such as \(Wording.list(Array(words.prefix(5))))"
    }

    func anchored(_ failure: Failure) -> Check.Result {
        let count = failure.trace.steps.count
        if let step = failure.step { return .passed("the decision is step \(step) of \(count)") }
        if count == 0 {
            return .failed("the trace has no steps; record at least the step that went wrong")
        }
        guard let decision = failure.trace.decision else {
            return .failed("the trace has \(count) steps and names none; say which went wrong")
        }
        return .failed("there is no step \(decision); name one from 1 to \(count)")
    }

    func grounded(_ lesson: Lesson, _ failure: Failure) -> Check.Result {
        let reason = Terms(of: lesson.because)
        if reason.stems.isEmpty {
            return .failed("`because` is empty; say why the action was wrong here")
        }
        if let word = reason.stems.first(where: failure.vocabulary.contains) {
            return .passed("`because` shares “\(word)” with the trace")
        }
        let actions = [lesson.action] + [lesson.insteadOf].compactMap(\.self)
        if let named = actions.first(where: { reason.contains(Terms(of: $0.name)) }) {
            return .passed("`because` names the action `\(named.name)`")
        }
        return .failed(
            "`because` shares no word with the trace; give the reason in the words of its task or steps"
        )
    }

    func falsifiable(_ failure: Failure) -> Check.Result {
        guard let step = failure.step else {
            return .failed("no step is named; say what was expected at the step that went wrong")
        }
        let expected = failure.trace.steps[step - 1].expected
        if expected.contains(where: { !$0.isWhitespace }) {
            return .passed("step \(step) says what was expected")
        }
        return .failed("step \(step) expects nothing; say what should have followed it")
    }
}
