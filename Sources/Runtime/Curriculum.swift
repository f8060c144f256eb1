import EtudeAgents
import EtudeDomain
import EtudePractice
import EtudeStore

/// Picks the next request of a desk that the agent has not practised on: of the skill that was asked
/// for, else of the skill that the scheduler finds most in need.
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
    private var queues: [SkillPath: ArraySlice<Desk.Item>] = [:]
    private var asked: ArraySlice<Desk.Item> = []

    /// Lays out the requests of a desk whose texts are not among `known`: a request met before shows
    /// what is remembered of it, not what is able.
    init(desk: Desk, skill: SkillPath?, seed: UInt64, known: Set<String> = []) {
        self.skill = skill
        func fresh(_ skill: SkillPath) -> [Desk.Item] {
            desk.practiceOrder(of: skill, seed: seed)
                .filter { !known.contains(TraceText.kept($0.text)) }
        }
        if let skill {
            asked = fresh(skill)[...]
        } else {
            for skill in Set(desk.skills.values) {
                queues[skill] = fresh(skill).filter { desk.skills[$0.intent] == skill }[...]
            }
        }
    }

    /// Whether no request is left.
    var isEmpty: Bool { skill == nil ? queues.values.allSatisfy(\.isEmpty) : asked.isEmpty }

    /// The next request; nil when none is left, or when no skill needs practice.
    mutating func next(
        _ loop: PracticeLoop, _ memory: any PracticeMemory
    ) async throws(Failure) -> (item: Desk.Item, skill: SkillPath, reason: Reason)? {
        if let skill { return asked.popFirst().map { ($0, skill, .asked) } }
        let model = try await worded { () throws(StoreError) in
            try await memory.competencies(of: loop.agent.name)
        }
        let candidates = model.candidates(
            disturbed: await loop.disturbed, updated: loop.surroundings.now()
        ).filter { queue(for: $0.competency.skill) != nil }
        let target = await memory.charter.targetSuccess
        var scheduler = Scheduler(candidates: candidates, unit: model.units, targetSuccess: target)
        guard let choice = scheduler.next(), let queue = queue(for: choice.skill),
            let item = queues[queue]?.popFirst()
        else { return nil }
        return (item, queue, Reason(choice.reason))
    }

    /// The skill with requests left that serves `skill`: itself, or the nearest above it.
    private func queue(for skill: SkillPath) -> SkillPath? {
        ([skill] + skill.ancestors).first { queues[$0]?.isEmpty == false }
    }
}
