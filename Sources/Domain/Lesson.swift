/// What a strategy teaches: *when* this comes up, *do* that, *instead of* what went wrong, *because*.
public struct Lesson: Hashable, Sendable {
    /// The skill it belongs to; it also serves the skills below.
    public let skill: SkillPath
    /// One line that a person can judge it by.
    public let title: String
    /// The circumstances, as a sentence.
    public let when: String
    /// Any of these, occurring in a task, makes the lesson fire; may be empty.
    public let cues: [Cue]
    /// Any of these, occurring in a task, keeps the lesson from firing.
    public let unless: [Cue]
    /// What to do.
    public let action: Action
    /// What went wrong before; nil where the lesson rules nothing out.
    public let insteadOf: Action?
    /// The reason, as a sentence.
    public let because: String

    /// Puts a lesson together.
    public init(
        skill: SkillPath, title: String, when: String, cues: [Cue], unless: [Cue] = [],
        action: Action, insteadOf: Action?, because: String
    ) {
        self.skill = skill
        self.title = title
        self.when = when
        self.cues = cues
        self.unless = unless
        self.action = action
        self.insteadOf = insteadOf
        self.because = because
    }

    /// The longest cue, in words, that occurs in `terms`; nil when none does.
    public func longestCue(in terms: Terms) -> Cue? {
        cues.filter { $0.occurs(in: terms) }.max { $0.terms.stems.count < $1.terms.stems.count }
    }

    /// Whether a cue occurs in the task, nothing rules it out, and the advice suits the choice at hand.
    public func fires(in situation: Situation) -> Bool {
        situation.leavesRoom(for: self) && cues.contains { $0.occurs(in: situation.terms) }
            && !isRuledOut(by: situation.terms)
    }

    /// Whether a task holds a word or phrase that the lesson is not for.
    public func isRuledOut(by terms: Terms) -> Bool {
        unless.contains { $0.occurs(in: terms) }
    }

    /// The share of cues that two lessons have in common, 0 to 1 (Jaccard index over their stems).
    public func cueOverlap(with other: Lesson) -> Double {
        let (mine, theirs) = (Set(cues.map(\.terms)), Set(other.cues.map(\.terms)))
        let union = mine.union(theirs).count
        return union == 0 ? 0 : Double(mine.intersection(theirs).count) / Double(union)
    }
}
