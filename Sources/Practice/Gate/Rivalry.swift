import EtudeDomain

/// A draft and an older strategy that say different things about the same tasks.
struct Rivalry: Sendable {
    /// The share of cues that two lessons have in common from which they are rivals.
    static let cueShare = 0.5
    /// The share of either's hits that they have in common from which they are.
    static let hitShare = 0.2

    let draft: Lesson
    let draftHits: [Attempt]
    let older: Strategy
    let olderHits: [Attempt]
    /// The attempts where both fire.
    let shared: [Attempt]

    /// Narrower wins, then the better record, then the newer where the older does no better on the
    /// attempts they share.
    var isWonByDraft: Bool {
        if isDraftNarrower { return true }
        let (mine, theirs) = (record(of: draft, draftHits), record(of: older.lesson, olderHits))
        if mine.useScore != theirs.useScore { return mine.useScore > theirs.useScore }
        let (drafts, olders) = (record(of: draft, shared), record(of: older.lesson, shared))
        return olders.useScore <= drafts.useScore
    }

    /// Whether each of its cues has more words than the older one's shortest, or it fires less often.
    private var isDraftNarrower: Bool {
        let (mine, theirs) = (shortestCue(of: draft), shortestCue(of: older.lesson))
        if mine != theirs { return mine > theirs }
        return draftHits.count < olderHits.count
    }

    private func shortestCue(of lesson: Lesson) -> Int {
        lesson.cues.map(\.terms.stems.count).min() ?? 0
    }

    private func record(of lesson: Lesson, _ hits: [Attempt]) -> AdviceRecord {
        AdviceRecord.of(lesson, over: hits)
    }
}
