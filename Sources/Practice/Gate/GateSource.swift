public import EtudeDomain

/// Where the gate finds what a memory knows: the strategies that a lesson could repeat or contradict,
/// and the attempts where it would have fired.
///
/// Retired strategies are among them: they bar their like from coming back. Each look-up returns
/// everything once, in an order that is always the same, such as that of the ids.
public protocol GateSource: Sendable {
    /// Why it could not look; `Never` where it always can.
    associatedtype Failure: Error

    /// The strategies with a cue whose first stem is one of `stems`, but those of some skills.
    func strategies(
        withCueBeginningWith stems: Set<String>, except skills: Set<SkillPath>
    ) throws(Failure) -> [Strategy]

    /// The strategies without cues.
    func strategiesWithoutCues() throws(Failure) -> [Strategy]

    /// The attempts where a lesson fires and the right answer is known, oldest first.
    func attempts(firing lesson: Lesson) throws(Failure) -> [Attempt]
}

extension GateSource {
    /// The strategies with a cue that begins like one of `lesson`, those in use before the retired.
    ///
    /// For a lesson without cues, those without. Some skills may be left out.
    func sharingCues(
        with lesson: Lesson, except skills: Set<SkillPath>
    ) throws(Failure) -> [Strategy] {
        let stems = Set(lesson.cues.map { $0.terms.stems[0] })
        let found =
            try stems.isEmpty
            ? strategiesWithoutCues() : strategies(withCueBeginningWith: stems, except: skills)
        return found.filter { $0.status != .retired } + found.filter { $0.status == .retired }
    }

    /// The strategies in use that share cues with `lesson` or could fire on `hits`, but those of some
    /// skills.
    func near(
        _ lesson: Lesson, hits: [Attempt], except skills: Set<SkillPath>
    ) throws(Failure) -> [Strategy] {
        let stems = lesson.cues.map { $0.terms.stems[0] } + hits.flatMap(\.situation.terms.stems)
        return try strategies(withCueBeginningWith: Set(stems), except: skills).filter {
            $0.status != .retired
        }
    }
}
