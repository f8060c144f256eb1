public import EtudeDomain

/// Where a lesson for one skill also speaks up in others.
public enum Interference {
    /// The skills, other than those the lesson serves, in whose attempts it fires.
    ///
    /// - Parameters:
    ///   - lesson: A lesson that enters the memory.
    ///   - attempts: Stored attempts; the cost is linear in them.
    /// - Returns: The skills to look at again if they are mastered.
    public static func skills(
        disturbedBy lesson: Lesson, in attempts: some Sequence<Attempt>
    ) -> Set<SkillPath> {
        let elsewhere = attempts.lazy.filter {
            $0.skill != lesson.skill && !lesson.skill.isAncestor(of: $0.skill)
        }
        return Set(elsewhere.filter { lesson.fires(in: $0.situation) }.map(\.skill))
    }
}
