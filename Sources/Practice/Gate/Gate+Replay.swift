import EtudeDomain

/// The check by replay: what the lesson's advice would have done in the attempts that are stored.
extension Gate {
    func replay(
        _ lesson: Lesson, _ failure: Failure, hits: [Attempt], record: AdviceRecord?,
        isMastered: (SkillPath) -> Bool
    ) -> Check.Result {
        guard let own = failure.attempt, let record else {
            return .notApplicable("the trace does not say what was right; it enters on probation")
        }
        if let problem = problem(flipping: own, by: lesson) { return .failed(problem) }
        let counts = "fixed \(Count.text(record.helped)), broke \(Count.text(record.harmed))"
        if record.helped <= record.harmed {
            let narrower = NarrowingCue.best(for: lesson, hits: hits, task: own.task)
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

    private func problem(flipping own: Attempt, by lesson: Lesson) -> String? {
        if own.succeeded { return "the trace is a success; learn from a failure" }
        if !lesson.cues.contains(where: { $0.occurs(in: own.situation.terms) }) {
            return "it does not fire on its own failure; give a cue that occurs in the task"
        }
        if !own.situation.leavesRoom(for: lesson) {
            let taken = own.situation.leaning ?? "the action taken there"
            return "`instead-of` is not what went wrong in its own failure; name `\(taken)`"
        }
        if lesson.action.name == own.right { return nil }
        return "it does not flip its own failure; the right action there is `\(own.right)`"
    }

    /// A success of a mastered skill that the lesson would turn into a failure.
    private func lostProbe(
        _ lesson: Lesson, _ hits: [Attempt], isMastered: (SkillPath) -> Bool
    ) -> Attempt? {
        hits.first { $0.succeeded && lesson.action.name != $0.right && isMastered($0.skill) }
    }
}
