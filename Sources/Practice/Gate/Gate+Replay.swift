import EtudeDomain

/// The check by replay: what the lesson's advice would have done in the attempts that are stored.
extension Gate {
    func replay(
        _ lesson: Lesson, _ failure: Failure, hits: [Attempt], isMastered: (SkillPath) -> Bool
    ) -> Check.Result {
        if let problem = problem(flipping: failure, by: lesson) { return .failed(problem) }
        guard !hits.isEmpty else {
            return .notApplicable("no attempt says what is right there, so it is taken on trust")
        }
        let record = AdviceRecord.of(lesson, over: hits)
        let counts = "fixed \(Count.text(record.helped)), broke \(Count.text(record.harmed))"
        let isWorthIt = failure.attempt == nil ? !record.isHarmful : record.helped > record.harmed
        guard isWorthIt else {
            let narrower = NarrowingCue.best(for: lesson, hits: hits, task: failure.trace.task)
            let hint = narrower.map { "“\($0)”" } ?? "a longer phrase of its task"
            return .failed(
                "\(counts) of \(hits.count) attempts where it fires; narrow it with \(hint)")
        }
        if let lost = lostProbe(lesson, hits, isMastered: isMastered) {
            return .failed(
                "it would break \(lost.trace) of `\(lost.skill)`, which is mastered; rule that task out"
            )
        }
        return .passed("\(counts) of \(hits.count) attempts where it fires")
    }

    private func problem(flipping failure: Failure, by lesson: Lesson) -> String? {
        if failure.trace.outcome == .success {
            return "the attempt succeeded, so there is nothing to correct; keep its trace alone"
        }
        if !lesson.cues.contains(where: { $0.occurs(in: failure.task) }) {
            return "it does not fire on its own failure; give a cue that occurs in the task"
        }
        if let word = lesson.unless.first(where: { $0.occurs(in: failure.task) }) {
            return "`unless` keeps it from firing on its own failure; leave out “\(word.text)”"
        }
        if !failure.situation.leavesRoom(for: lesson) {
            let taken = failure.situation.leaning ?? "the action taken there"
            return "`instead-of` is not what went wrong in its own failure; name `\(taken)`"
        }
        guard let right = failure.attempt?.right, right != lesson.action.name else { return nil }
        return "it does not flip its own failure; the right action there is `\(right)`"
    }

    /// A success of a mastered skill that the lesson would turn into a failure.
    private func lostProbe(
        _ lesson: Lesson, _ hits: [Attempt], isMastered: (SkillPath) -> Bool
    ) -> Attempt? {
        hits.first { $0.succeeded && lesson.action.name != $0.right && isMastered($0.skill) }
    }
}
