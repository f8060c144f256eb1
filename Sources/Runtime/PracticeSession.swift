public import EtudeAgents
public import EtudeDomain
import EtudeGit
import EtudePractice
import EtudeStore
import Foundation

/// Practice on a desk, measured on requests that never enter practice.
public struct PracticeSession: Sendable {
    /// How far a session is.
    public enum Progress: Hashable, Sendable {
        /// Evaluations of an earlier session that was interrupted have been taken up.
        case resumed(Int)
        /// A request has been practised on, and its failure evaluated; why its skill was chosen.
        case practised(Int, of: Int, SkillPath, Curriculum.Reason)
        /// Fewer requests than wanted were practised on: none is left, or no skill that has some needs it.
        case ended(Int, of: Int, isNoneLeft: Bool)
        /// So many of the held-out requests have been answered.
        case measuring(Int, of: Int)
        /// The held-out requests have been answered at this point.
        case measured(after: Int, practised: PracticeReport.Comparison)
    }

    /// The requests.
    public let desk: Desk
    /// The skill to practise; nil for all.
    public let skill: SkillPath?
    /// The most requests to practise on.
    public let attempts: Int
    /// What the order of the requests is drawn from; those the agent has a trace of are left out.
    public let seed: UInt64
    /// Who acts.
    public let agent: any Agent
    /// After how many requests the held-out ones are answered, beside the end.
    public let checkpoints: Set<Int>

    /// Plans a session.
    public init(
        desk: Desk, skill: SkillPath?, attempts: Int, seed: UInt64, agent: any Agent,
        checkpoints: Set<Int> = []
    ) {
        self.desk = desk
        self.skill = skill
        self.attempts = attempts
        self.seed = seed
        self.agent = agent
        self.checkpoints = checkpoints
    }

    /// Practises into the memory in `folder`, which is made from the template when there is none.
    public func run(
        folder: String, surroundings: Surroundings, progress: (Progress) -> Void
    ) async throws(Failure) -> PracticeReport {
        let clock = ContinuousClock()
        let start = clock.now
        let memory = try await open(folder, surroundings)
        let coach = ContrastCoach(intents: desk.skills)
        let loop = PracticeLoop(
            agent: agent, coach: coach, memory: memory, surroundings: surroundings)
        let hash = ObjectID.hash(ofBlob: agent.base)
        let before = await memory.revision ?? ""
        await loop.resume()
        if await loop.tally.resumed > 0 { progress(.resumed(await loop.tally.resumed)) }
        await loop.note(
            disturbed: try await worded { () throws(StoreError) in
                try await memory.disturbedSkills(of: agent.name)
            })

        let traces = try await worded { () throws(StoreError) in try await memory.traces() }
        let known = Set(traces.filter { $0.agent == agent.name }.map(\.task))
        // A request met before shows what is remembered of it, not what the agent is able to.
        let requests = desk.scenarios(of: skill, seed: seed, surroundings)
            .filter { !known.contains(TraceText.kept($0.task)) }
        var curriculum = Curriculum(requests, asked: skill)
        if checkpoints.contains(0) {
            _ = try await outcomes(memory, after: 0, surroundings, progress)
        }
        var count = 0
        while count < attempts, let choice = try await curriculum.next(loop, memory) {
            try Failure.throwIfCancelled()
            _ = try await loop.perform(choice.scenario)
            await loop.settle()
            if let trouble = await loop.troubles.first { throw trouble }
            count += 1
            progress(.practised(count, of: attempts, choice.scenario.skill, choice.reason))
            if count < attempts, checkpoints.contains(count) {
                _ = try await outcomes(memory, after: count, surroundings, progress)
            }
        }
        if count < attempts {
            progress(.ended(count, of: attempts, isNoneLeft: curriculum.isEmpty))
        }
        try await loop.retireHarmful()
        let pairs = try await outcomes(memory, after: count, surroundings, progress)
        if count > 0 { _ = try await TakeSnapshot.commit(agent.name, in: memory) }
        await memory.saveIndex()
        let tally = await loop.tally
        let passed = clock.now - start
        return PracticeReport(
            skill: skill?.text, seed: seed, attempts: count,
            base: PracticeReport.Base(
                hash: hash.description, unchanged: ObjectID.hash(ofBlob: agent.base) == hash),
            heldOut: PracticeReport.Evidence(pairs.practised),
            others: PracticeReport.Comparison(pairs.others),
            strategies: PracticeReport.Strategies(
                accepted: tally.accepted, rejected: tally.rejected),
            memory: PracticeReport.Revisions(
                path: memory.store.location.folder, from: before, to: await memory.revision ?? ""),
            seconds: Double(passed.components.seconds) + Double(passed.components.attoseconds)
                / 1e18)
    }

    /// Answers the held-out requests with the memory as it stands.
    private func outcomes(
        _ memory: Memory, after count: Int, _ surroundings: Surroundings,
        _ progress: (Progress) -> Void
    ) async throws(Failure) -> (practised: PairedOutcomes, others: PairedOutcomes) {
        let heldOut = HeldOut(desk: desk, agent: agent, now: surroundings.now())
        let rows = try await heldOut.rows(with: await memory.index) { answered in
            progress(.measuring(answered, of: desk.heldOut.count))
        }
        let pairs = heldOut.outcomes(of: rows, practised: skill)
        progress(.measured(after: count, practised: PracticeReport.Comparison(pairs.practised)))
        return pairs
    }
}
