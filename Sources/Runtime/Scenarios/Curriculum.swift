import EtudeAgents
import EtudeDomain
import EtudePractice
import EtudeStore

/// Picks the scenario to practise on next: of the skill that was asked for, else of the one that the
/// scheduler finds most in need; as hard as the agent's ability asks for.
public struct Curriculum {
    /// Why a request's skill was chosen.
    public enum Reason: Hashable, Sendable {
        /// Somebody asked for it.
        case asked
        /// It is mastered, and a strategy learned for another skill also fires on it.
        case interference
        /// It is mastered, and may have faded.
        case due
        /// It is below the threshold.
        case belowThreshold
        /// Too few attempts to tell.
        case unknown
        /// It is able, not mastered, and nothing else needs practice.
        case notMastered

        init(_ reason: Scheduler.Reason) {
            self =
                switch reason {
                case .interference: .interference
                case .due: .due
                case .belowThreshold: .belowThreshold
                case .unknown: .unknown
                case .notMastered: .notMastered
                }
        }
    }

    private let skill: SkillPath?
    private var queues: [SkillPath: ScenarioQueue] = [:]

    /// Lays out scenarios in their order.
    ///
    /// - Parameters:
    ///   - scenarios: Those to practise on; none comes twice.
    ///   - skill: The skill that was asked for; nil where the scheduler chooses.
    init(_ scenarios: [Scenario], asked skill: SkillPath?) {
        self.skill = skill
        let groups = Dictionary(grouping: scenarios) { skill ?? $0.skill }
        queues = groups.mapValues { ScenarioQueue($0) }
    }

    /// Whether nothing is left.
    var isEmpty: Bool { queues.values.allSatisfy(\.isEmpty) }

    /// The next scenario; nil when none is left, or when no skill needs practice.
    mutating func next(
        _ loop: PracticeLoop, _ memory: any PracticeMemory
    ) async throws(Failure) -> (scenario: Scenario, reason: Reason)? {
        guard !isEmpty else { return nil }
        let model = try await worded { () throws(StoreError) in
            try await memory.competencies(of: loop.agent.name)
        }
        let target = await memory.charter.targetSuccess
        if let skill {
            return next(of: skill, model.belief(of: skill), target).map { ($0, .asked) }
        }
        let candidates = model.candidates(
            disturbed: await loop.disturbed, updated: loop.surroundings.now()
        ).filter { queue(for: $0.competency.skill) != nil }
        var scheduler = Scheduler(candidates: candidates, unit: model.units, targetSuccess: target)
        guard let choice = scheduler.next(), let queue = queue(for: choice.skill) else {
            return nil
        }
        return next(of: queue, model.belief(of: choice.skill), target).map {
            ($0, Reason(choice.reason))
        }
    }

    private mutating func next(
        of queue: SkillPath, _ belief: AbilityBelief, _ target: Double
    ) -> Scenario? {
        queues[queue]?.next(for: belief, targetSuccess: target)
    }

    /// The skill with scenarios left that serves `skill`: itself, or the nearest above it.
    private func queue(for skill: SkillPath) -> SkillPath? {
        ([skill] + skill.ancestors).first { queues[$0]?.isEmpty == false }
    }
}
