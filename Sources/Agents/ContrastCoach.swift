public import EtudeDomain

/// A coach that explains a wrong choice between named intents by the words that tell them apart.
///
/// It needs to be told what would have been right, and works with any agent on labelled tasks. A
/// lesson is one telling word of the request, read from the attempts so far: how often did requests
/// with this word want the right intent, and how often another? Where the agent leant to another skill,
/// one request is too little to go by.
public struct ContrastCoach: Coach {
    private let nameTerms: [String: Set<String>]
    private let skills: [String: SkillPath]
    private let skillTerms: [SkillPath: Set<String>]

    /// Knows the intents, and the skill of each.
    public init(intents: [String: SkillPath]) {
        let names = intents.keys.map { (Action.normalized($0[...]), Set(Terms(of: $0).stems)) }
        nameTerms = Dictionary(names) { first, _ in first }
        skills = Dictionary(intents.map { (Action.normalized($0.key[...]), $0.value) }) {
            first, _ in first
        }
        var skillTerms: [SkillPath: Set<String>] = [:]
        for (intent, skill) in skills {
            skillTerms[skill, default: []].formUnion(nameTerms[intent] ?? [])
        }
        self.skillTerms = skillTerms
    }

    /// Explains a failure; nil where the right answer is unknown, or where the agent leant to it and
    /// advice misled it, which is a matter for that advice's own record.
    public func reflect(
        on trace: Trace, experience: [Attempt]
    ) async throws(AgentError) -> Reflection? {
        guard let failure = Attempt(trace), let leaning = failure.situation.leaning,
            leaning != failure.right
        else { return nil }
        let telling = contrasts(in: failure, leaning: leaning, experience: experience)
        return Reflection(
            cause: cause(of: trace, leaning: leaning, right: failure.right),
            lessons: telling.compactMap {
                lesson($0, for: trace, leaning: leaning, right: failure.right)
            })
    }

    /// A word of the request, and how it was distributed so far.
    private struct Contrast {
        let word: String
        /// Requests with the word that wanted the right intent.
        let wanted: Int
        /// Whether the right intent's name says the word, which counts as one request more.
        let isNamed: Bool
        /// Requests with the word that wanted another, while the agent leant as it did.
        let others: Int
        /// Requests with the word that wanted another, while the agent leant elsewhere.
        let elsewhere: Int

        /// What speaks for the right intent.
        var support: Int { wanted + (isNamed ? 1 : 0) }

        /// The odds that the word speaks for the right intent, smoothed by half a request each way; what
        /// was wanted elsewhere counts a quarter.
        var odds: Double {
            (Double(support) + 0.5) / (Double(others) + Double(elsewhere) / 4 + 0.5)
        }
    }

    /// The lowest odds of a word that a lesson is made of: against it may speak twice as much as for
    /// it, since the gate replays what comes of that.
    private static let leastOdds = 0.5

    /// The words that may tell the two intents apart, the best first.
    private func contrasts(in failure: Attempt, leaning: String, experience: [Attempt])
        -> [Contrast]
    {
        let ruledOut = ruledOutWords(leaning: leaning, right: failure.right)
        let words = TellingWord.all(in: failure.task).filter { !ruledOut.contains($0.stem) }
        let needed = skills[leaning] == skills[failure.right] ? 1 : 2
        let contrasts = words.map { word in
            let holding = experience.filter { $0.situation.terms.stems.contains(word.stem) }
            let wrong = holding.filter { $0.right != failure.right }
            let others = wrong.count { $0.situation.leaning == leaning }
            return Contrast(
                word: word.text, wanted: holding.count - wrong.count,
                isNamed: nameTerms[failure.right]?.contains(word.stem) == true, others: others,
                elsewhere: wrong.count - others)
        }.filter { $0.support >= needed && $0.odds >= Self.leastOdds }
        let ranked = contrasts.enumerated().sorted { left, right in
            let (mine, theirs) = (left.element, right.element)
            if mine.odds != theirs.odds { return mine.odds > theirs.odds }
            if mine.support != theirs.support { return mine.support > theirs.support }
            return left.offset < right.offset
        }
        return ranked.map(\.element)
    }

    /// The words that speak for what the agent leant to: those of its name, and of its whole skill
    /// where the right answer lies in another.
    private func ruledOutWords(leaning: String, right: String) -> Set<String> {
        let words = nameTerms[leaning] ?? []
        guard let skill = skills[leaning], skill != skills[right] else { return words }
        return words.union(skillTerms[skill] ?? [])
    }

    private func cause(of trace: Trace, leaning: String, right: String) -> Reflection.Cause {
        Reflection.Cause(
            step: max(1, trace.steps.count),
            explanation: "`\(leaning)` was ranked above `\(right)`, which the request was about")
    }

    private func lesson(_ contrast: Contrast, for trace: Trace, leaning: String, right: String)
        -> Lesson?
    {
        guard let cue = Cue(contrast.word), let action = Action("answer `\(right)`"),
            let rejected = Action("answer `\(leaning)`")
        else { return nil }
        return Lesson(
            skill: trace.skill, title: "'\(contrast.word)' points to \(right), not to \(leaning)",
            when: "the request says '\(contrast.word)' and `\(leaning)` looks likely", cues: [cue],
            unless: exceptions(trace, leaning: leaning, right: right), action: action,
            insteadOf: rejected,
            because: reason(contrast, leaning: leaning, right: right))
    }

    /// The words of the name that the agent leant to which this request lacks: one that holds them
    /// has more reason to be about just that.
    private func exceptions(_ trace: Trace, leaning: String, right: String) -> [Cue] {
        let here = Set(Terms(of: trace.task).stems).union(nameTerms[right] ?? [])
        let name = TellingWord.all(in: leaning)
        return name.filter { !here.contains($0.stem) }.compactMap { Cue($0.text) }
    }

    private func reason(_ contrast: Contrast, leaning: String, right: String) -> String {
        "of the requests with '\(contrast.word)' so far, \(contrast.wanted) spoke for `\(right)` and "
            + "\(contrast.others) for others that looked like `\(leaning)`"
    }
}
