public import EtudeAgents
public import EtudeDomain
import EtudePractice

/// Arms held against each other over skills and seeds, on requests that never enter practice.
///
/// All arms of a seed practise the same requests in the same order. The same experiment gives the same
/// figures, on any machine and number of cores.
public struct Experiment: Sendable {
    /// The requests.
    public let desk: Desk
    /// Who acts.
    public let agent: any Agent
    /// What is compared.
    public let arms: [Arm]
    /// The skills, each of which is practised by itself.
    public let skills: [SkillPath]
    /// What the order of the requests is drawn from: 1 to this.
    public let seeds: Int
    /// After how many requests the arms are measured, ascending; the last ends practice.
    public let checkpoints: [Int]
    /// Whether all skills are also practised one after the other, to measure forgetting.
    public let isInSequence: Bool

    /// How far an experiment is: so many of its parts are done.
    public typealias Progress = @Sendable (_ done: Int, _ of: Int) -> Void

    /// Plans an experiment over all skills that the desk's intents have.
    ///
    /// - Throws: ``Failure`` where the desk is too small to say anything.
    public init(
        desk: Desk, agent: any Agent, arms: [Arm], skills: [SkillPath] = [], seeds: Int,
        checkpoints: [Int], isInSequence: Bool = false
    ) throws(Failure) {
        self.desk = desk
        self.agent = agent
        self.arms = arms
        self.skills = skills.isEmpty ? Set(desk.skills.values).sorted() : skills
        self.seeds = seeds
        self.checkpoints = Set(checkpoints).sorted()
        self.isInSequence = isInSequence
        try check()
    }

    private func check() throws(Failure) {
        for skill in skills { try desk.requireRequests(for: skill) }
        guard desk.skills.count > 1 else {
            throw Failure(
                "the desk has one intent, which nothing can be taken for",
                hint: "an experiment needs two intents and more")
        }
        guard !desk.heldOut.isEmpty else {
            throw Failure(
                "the desk has no held-out requests, so nothing can be measured",
                hint: "put some into test.csv that are not in train.csv")
        }
        if arms.contains(where: \.needsApprentice), !(agent is Apprentice) {
            throw Failure(
                "the base of '\(agent.name)' cannot be trained",
                hint: "leave the arm '\(Arm.retrained.rawValue)' out")
        }
    }

    /// Runs every arm with every seed, `atOnce` at a time.
    public func run(
        atOnce: Int = 1, progress: Progress = { _, _ in }
    ) async throws(Failure) -> ExperimentReport {
        let clock = ContinuousClock()
        let start = clock.now
        let probes = try await Probe.all(of: desk, for: agent)
        let results = try await results(of: parts, on: probes, atOnce, progress)
        let passed = clock.now - start
        return ExperimentReport(
            self, rows: results.flatMap(\.rows).sorted(), runs: results.compactMap(\.run),
            seconds: Double(passed.components.seconds) + Double(passed.components.attoseconds)
                / 1e18)
    }

    /// What is done at once: an arm with a seed, or a sequence.
    private enum Part: Sendable {
        case arm(ExperimentPart)
        case sequence(SequencePart)

        func result(on probes: [Probe]) async -> Result<PartResult, Failure> {
            do throws(Failure) {
                switch self {
                case .arm(let part):
                    return .success(PartResult(rows: try await part.rows(on: probes), run: nil))
                case .sequence(let part):
                    return .success(PartResult(rows: [], run: try await part.run(on: probes)))
                }
            } catch {
                return .failure(error)
            }
        }
    }

    private struct PartResult: Sendable {
        let rows: [ExperimentReport.Row]
        let run: SequenceReport.Run?
    }

    /// The longest parts, and each arm with each seed on each skill; what is practised on all skills at
    /// once, once a seed.
    private var parts: [Part] {
        let numbers = (1...max(1, seeds)).map(UInt64.init)
        let sequences = isInSequence ? numbers : []
        let runs = numbers.flatMap { seed in
            arms.flatMap { arm in
                targets(of: arm).map { skill in
                    Part.arm(ExperimentPart(experiment: self, arm: arm, skill: skill, seed: seed))
                }
            }
        }
        return sequences.map { .sequence(SequencePart(experiment: self, seed: $0)) } + runs
    }

    /// What an arm practises: each skill by itself, or nil for all at once.
    private func targets(of arm: Arm) -> [SkillPath?] { arm.isTargeted ? skills : [nil] }

    /// The results of parts, in the order in which they came.
    private func results(
        of parts: [Part], on probes: [Probe], _ atOnce: Int, _ progress: Progress
    ) async throws(Failure) -> [PartResult] {
        var (results, failure): ([PartResult], Failure?) = ([], nil)
        await withTaskGroup(of: Result<PartResult, Failure>.self) { group in
            var waiting = parts[...]
            func begin() {
                guard let part = waiting.popFirst() else { return }
                group.addTask { await part.result(on: probes) }
            }
            for _ in 0..<max(1, atOnce) { begin() }
            for await result in group {
                switch result {
                case .success(let more): results.append(more)
                case .failure(let error):
                    failure = failure ?? error
                    waiting = []
                }
                progress(results.count, parts.count)
                begin()
            }
        }
        if let failure { throw failure }
        return results
    }
}
