import EtudeDomain

/// The checks that hold a lesson against the rules and the strategies of the memory.
extension Gate {
    /// The share of cues in common from which lessons count as the same.
    static var duplicateOverlap: Double { 0.8 }

    func boundary(_ lesson: Lesson) -> Check.Result {
        if charter.permits(lesson.skill) {
            return .passed("the charter lets agents learn about `\(lesson.skill)`")
        }
        return .failed(
            "the charter does not let agents learn about `\(lesson.skill)`; leave it to the operator"
        )
    }

    func skill(_ lesson: Lesson) -> Check.Result {
        guard let skill = taxonomy[lesson.skill] else {
            let meant = taxonomy.suggestion(for: lesson.skill.text)
            let hint = meant.map { "did you mean `\($0)`?" } ?? "use one that exists, or propose it"
            return .failed("no skill is called `\(lesson.skill)`; \(hint)")
        }
        if skill.path != lesson.skill {
            return .failed("`\(lesson.skill)` has moved; use `\(skill.path)`")
        }
        if skill.status != .active {
            return .failed(
                "`\(skill.path)` is \(skill.status.rawValue); use an active skill, or have it activated"
            )
        }
        return .passed("`\(skill.path)` is active")
    }

    /// The oldest strategy of the same skill, or one above or below, that says the same.
    func duplicate(of lesson: Lesson) throws(Source.Failure) -> Strategy? {
        try source.sharingCues(with: lesson, except: strangers(to: lesson)).first {
            $0.lesson.action.name == lesson.action.name
                && lesson.skill.isKin(to: $0.lesson.skill)
                && $0.lesson.insteadOf?.name == lesson.insteadOf?.name
                && lesson.saysWhen($0.lesson, atLeast: Self.duplicateOverlap)
        }
    }

    /// The skills whose strategies neither repeat nor contradict a lesson; a large memory need not read them.
    func strangers(to lesson: Lesson) -> Set<SkillPath> {
        Set(taxonomy.skills.keys.filter { !lesson.skill.isKin(to: $0) })
    }

    func duplicate(_ lesson: Lesson, _ older: Strategy?) -> Check.Result {
        guard let older else { return .passed("no strategy says the same") }
        if older.status == .retired {
            return .failed(
                "\(older.id) said the same and was retired (“\(older.lesson.title)”); use other cues"
            )
        }
        return .failed(
            "\(older.id) says the same (“\(older.lesson.title)”); add to that one, or use other cues"
        )
    }
}

extension Lesson {
    /// Whether two lessons come up at the same moments: by their cues, and where neither has any, by
    /// the words of `when`.
    fileprivate func saysWhen(_ other: Lesson, atLeast overlap: Double) -> Bool {
        if cues.isEmpty, other.cues.isEmpty { return Terms(of: when) == Terms(of: other.when) }
        return cueOverlap(with: other) >= overlap
    }
}
