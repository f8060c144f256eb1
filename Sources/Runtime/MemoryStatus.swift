import EtudeDomain
import EtudeGit
import EtudeRecall
import EtudeStore

/// Sums a memory up.
public struct MemoryStatus: Sendable {
    /// What is in a memory.
    public struct Outcome: Codable, Hashable, Sendable {
        /// Its folder.
        public let path: String
        /// Its name, as the charter has it.
        public let name: String
        /// The revision.
        public let revision: String
        /// Who lets strategies in: `none` or `required`.
        public let review: String
        /// Whether what is written survives a power cut: `durable` or `relaxed`.
        public let durability: String
        /// Skills in use.
        public let skills: Int
        /// Skills that wait for a person.
        public let proposedSkills: Int
        /// Strategies in use.
        public let strategies: Int
        /// Strategies that wait for a review.
        public let proposedStrategies: Int
        /// Strategies on trial on live tasks, which are kept back from every other task.
        public let onTrial: [String]
        /// Traces kept.
        public let traces: Int
        /// Failures that have not been thought about.
        public let pending: Int
        /// Entries that are left out, and why.
        public let leftOut: [String]
        /// The latest committed estimates.
        public let competencies: [TakeSnapshot.Row]

        enum CodingKeys: String, CodingKey {
            case path, name, revision, review, durability, skills, strategies, traces, pending
            case competencies
            case proposedSkills = "proposed-skills"
            case proposedStrategies = "proposed-strategies"
            case leftOut = "left-out"
            case onTrial = "on-trial"
        }
    }

    private let finder: MemoryFinder

    /// Looks into the memory that `finder` finds.
    public init(_ finder: MemoryFinder) { self.finder = finder }

    /// Sums it up.
    public func run(_ surroundings: Surroundings) async throws(Failure) -> Outcome {
        let location = try finder.location()
        let (memory, snapshot, traces, leftOut) = try await worded { () throws(StoreError) in
            let memory = try await Memory.open(location, surroundings: surroundings)
            return (
                memory, try await memory.snapshot(), try await memory.traces(),
                try await memory.leftOut()
            )
        }
        await memory.saveIndex()
        let skills = snapshot.taxonomy.sorted
        let strategies = snapshot.recallable
        return Outcome(
            path: location.folder, name: snapshot.charter.name,
            revision: snapshot.revision?.description ?? "",
            review: snapshot.charter.review.rawValue, durability: memory.store.durability.rawValue,
            skills: skills.count { $0.status == .active },
            proposedSkills: skills.count { $0.status == .proposed },
            strategies: strategies.count { $0.strategy.status == .active },
            proposedStrategies: strategies.count { $0.strategy.status == .proposed },
            onTrial: TrialBook(location: location).trials.keys.sorted().map(\.text),
            traces: traces.count,
            pending: traces.count { $0.evaluation == .pending }, leftOut: leftOut,
            competencies: snapshot.competencies.map { competency in
                TakeSnapshot.Row(
                    skill: competency.skill.text, attempts: competency.attempts,
                    competence: competency.competence, low: competency.low, high: competency.high,
                    state: competency.state.rawValue)
            })
    }
}
