import EtudeDomain

/// The check that two strategies do not pull the same tasks in different directions.
extension Gate {
    /// Passes when the lesson yields to no rival.
    func conflict(
        _ lesson: Lesson, _ hits: [Attempt], _ failure: Failure
    ) throws(Source.Failure) -> Check.Result {
        var rivals: [Rivalry] = []
        for older in try source.near(lesson, hits: hits, except: strangers(to: lesson))
        where older.lesson.action.name != lesson.action.name
            && lesson.skill.isKin(to: older.lesson.skill)
        {
            if let rivalry = try rivalry(of: lesson, hits, with: older, failure.attempt) {
                rivals.append(rivalry)
            }
        }
        guard let winner = rivals.first(where: { !$0.isWonByDraft }) else {
            return .passed(
                rivals.isEmpty
                    ? "no strategy says otherwise for these tasks"
                    : "narrower or better than what says otherwise (\(rivals.count) strategies)")
        }
        let older = winner.older
        return .failed(
            "\(older.id) says `\(older.lesson.action.name)` for the same tasks, with the better record; "
                + narrowing(lesson, hits, failure))
    }

    private func rivalry(
        of lesson: Lesson, _ hits: [Attempt], with older: Strategy, _ own: Attempt?
    ) throws(Source.Failure) -> Rivalry? {
        let shared = hits.filter { older.lesson.fires(in: $0.situation) }
        let overlaps = lesson.cueOverlap(with: older.lesson) >= Rivalry.cueShare
        guard overlaps || !shared.isEmpty else { return nil }
        let olderHits = try self.hits(of: older.lesson, including: own)
        let fewest = Double(min(hits.count, olderHits.count))
        guard overlaps || Double(shared.count) >= Rivalry.hitShare * fewest else { return nil }
        return Rivalry(
            draft: lesson, draftHits: hits, older: older, olderHits: olderHits, shared: shared)
    }

    /// What would make the loser narrower.
    private func narrowing(_ lesson: Lesson, _ hits: [Attempt], _ failure: Failure) -> String {
        guard let word = NarrowingCue.best(for: lesson, hits: hits, task: failure.trace.task) else {
            return "use a longer cue that occurs in this task and not in the others"
        }
        return "narrow it with the cue “\(word)”"
    }
}
