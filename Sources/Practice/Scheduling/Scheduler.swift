public import EtudeDomain

/// What to practise next: what is not yet able, and what is mastered but due.
///
/// Two queues. *Retain*: mastered skills that are due, each once, disturbed ones first. *Acquire*:
/// skills below the threshold or unknown, round-robin, the one that waited longest first (coverage
/// matters most). When both are empty, able skills take turns towards mastery. Given the same
/// candidates, it always chooses the same.
public struct Scheduler: Hashable, Sendable {
    /// A skill that may be practised.
    public struct Candidate: Hashable, Sendable {
        /// The agent's ability at it.
        public let competency: Competency
        /// The practice unit of the last attempt; nil when it was never tried.
        public let lastUnit: Int?
        /// The practice unit at which a strategy was accepted whose cues also fire on this skill;
        /// nil when there was none.
        public let disturbed: Int?

        /// Describes a skill that may be practised.
        public init(competency: Competency, lastUnit: Int? = nil, disturbed: Int? = nil) {
            self.competency = competency
            self.lastUnit = lastUnit
            self.disturbed = disturbed
        }

        /// Whether it has not been tried since a strategy disturbed it.
        var isDisturbed: Bool { disturbed.map { $0 > (lastUnit ?? -1) } ?? false }
    }

    /// Why a skill is chosen.
    public enum Reason: String, Hashable, Sendable, CaseIterable {
        /// It is mastered, and a strategy accepted for another skill also fires on it.
        case interference
        /// It is mastered, and the chance that it still holds has fallen to 0.9.
        case due
        /// Its competence is under the threshold.
        case belowThreshold = "below-threshold"
        /// Too few attempts to tell.
        case unknown
        /// It is able and not yet mastered, and nothing else needs practice.
        case notMastered = "not-mastered"
    }

    /// A skill to practise.
    public struct Choice: Hashable, Sendable {
        /// The skill.
        public let skill: SkillPath
        /// Why it is chosen.
        public let reason: Reason
        /// The difficulty to practise it at, in logits.
        public let difficulty: Double
    }

    private var retain: [Choice]
    private var acquire: [Choice]

    /// Queues the candidates that need practice.
    ///
    /// - Parameters:
    ///   - candidates: Active skills inside the boundary that have no active skill below them.
    ///   - unit: The practice unit now.
    ///   - targetSuccess: The chance of success that practice aims at, 0 to 1.
    public init(candidates: [Candidate], unit: Int, targetSuccess: Double) {
        let mastered = candidates.filter { $0.competency.state == .mastered }
        let waiting = candidates.filter { $0.competency.state != .mastered }
            .sorted(by: Self.waitedLonger)
        let weak = waiting.filter { $0.competency.state != .able }
        let choice = { (candidate: Candidate) in
            Self.reason(for: candidate, unit: unit).map {
                Choice(candidate, reason: $0, targetSuccess: targetSuccess)
            }
        }
        retain = mastered.sorted(by: Self.isMoreUrgent).compactMap(choice)
        acquire = (weak.isEmpty ? waiting : weak).compactMap(choice)
    }

    /// Takes what is practised next; nil when nothing needs practice.
    ///
    /// Due skills come up once, others again after a round of all.
    public mutating func next() -> Choice? {
        if !retain.isEmpty { return retain.removeFirst() }
        guard let choice = acquire.first else { return nil }
        acquire = acquire.dropFirst() + [choice]
        return choice
    }

    /// One round of ``next()``: each skill that needs practice, in order.
    public var agenda: [Choice] { retain + acquire }

    private static func reason(for candidate: Candidate, unit: Int) -> Reason? {
        switch candidate.competency.state {
        case .below: return .belowThreshold
        case .unknown: return .unknown
        case .able: return .notMastered
        case .mastered: break
        }
        if candidate.isDisturbed { return .interference }
        return candidate.competency.retention.map { $0.due <= unit } == true ? .due : nil
    }

    private static func waitedLonger(_ left: Candidate, _ right: Candidate) -> Bool {
        let (mine, theirs) = (left.lastUnit ?? -1, right.lastUnit ?? -1)
        return (mine, left.competency.skill) < (theirs, right.competency.skill)
    }

    private static func isMoreUrgent(_ left: Candidate, _ right: Candidate) -> Bool {
        if left.isDisturbed != right.isDisturbed { return left.isDisturbed }
        let (mine, theirs) = (left.competency.retention?.due, right.competency.retention?.due)
        return (mine ?? .max, left.competency.skill) < (theirs ?? .max, right.competency.skill)
    }
}

extension Scheduler.Choice {
    fileprivate init(
        _ candidate: Scheduler.Candidate, reason: Scheduler.Reason, targetSuccess: Double
    ) {
        let competency = candidate.competency
        let variance = max(competency.uncertainty * competency.uncertainty, .leastNonzeroMagnitude)
        let belief = AbilityBelief(mean: competency.ability, variance: variance)
        self.init(
            skill: competency.skill, reason: reason,
            difficulty: belief.nextDifficulty(targetSuccess: targetSuccess))
    }
}
