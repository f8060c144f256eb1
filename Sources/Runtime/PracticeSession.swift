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
        /// A request has been practised on, and its failure evaluated.
        case practised(Int, of: Int)
        /// The held-out requests have been answered at this point.
        case measured(after: Int, practised: PracticeReport.Comparison)
    }

    /// The requests.
    public let desk: Desk
    /// The skill to practise; nil for all.
    public let skill: SkillPath?
    /// The most requests to practise on.
    public let attempts: Int
    /// What the order of the requests is drawn from.
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

        let items = desk.practiceOrder(of: skill, seed: seed).prefix(attempts)
        try await measure(memory, after: 0, surroundings, progress)
        for (number, item) in items.enumerated() {
            _ = try await loop.perform(try scenario(item, surroundings))
            await loop.settle()
            if let trouble = await loop.troubles.first { throw trouble }
            progress(.practised(number + 1, of: items.count))
            if number + 1 < items.count {
                try await measure(memory, after: number + 1, surroundings, progress)
            }
        }
        let heldOut = HeldOut(desk: desk, agent: agent, now: surroundings.now())
        let pairs = heldOut.outcomes(
            of: try await heldOut.rows(with: await memory.index), practised: skill)
        progress(
            .measured(after: items.count, practised: PracticeReport.Comparison(pairs.practised)))
        await memory.saveIndex()
        let tally = await loop.tally
        let passed = clock.now - start
        return PracticeReport(
            skill: skill?.text, seed: seed, attempts: items.count,
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

    private func measure(
        _ memory: Memory, after count: Int, _ surroundings: Surroundings,
        _ progress: (Progress) -> Void
    ) async throws(Failure) {
        guard checkpoints.contains(count) else { return }
        let heldOut = HeldOut(desk: desk, agent: agent, now: surroundings.now())
        let pairs = heldOut.outcomes(
            of: try await heldOut.rows(with: await memory.index), practised: skill)
        progress(.measured(after: count, practised: PracticeReport.Comparison(pairs.practised)))
    }

    private func scenario(_ item: Desk.Item, _ surroundings: Surroundings) throws(Failure)
        -> Scenario
    {
        guard let skill = desk.skills[item.intent] else {
            throw Failure("the intent '\(item.intent)' has no skill")
        }
        return Scenario(
            id: surroundings.newID(), title: item.intent, skill: skill, difficulty: 0, source: nil,
            grader: .exact(item.intent), task: item.text)
    }

    /// Opens the memory, or makes one with the desk's skills, which are active because the operator
    /// asked for them; checks that what is practised may be learned.
    private func open(_ folder: String, _ surroundings: Surroundings) async throws(Failure)
        -> Memory
    {
        let surroundings = surroundings.acting(as: agent.name)
        try checkSkill()
        let finder = MemoryFinder(named: folder, environment: [:], currentFolder: folder)
        if !finder.exists {
            let initialize = InitializeMemory(folder: folder, skills: desk.taxonomy)
            _ = try await initialize.run(surroundings)
        }
        let location = try finder.location()
        let memory = try await worded { () throws(StoreError) in
            try await Memory.open(location, surroundings: surroundings)
        }
        try check(await memory.snapshot)
        return memory
    }

    private func checkSkill() throws(Failure) {
        guard let skill, desk.intents(of: skill).isEmpty else { return }
        let suggestion = Spelling.nearest(to: skill.text, among: desk.taxonomy.map(\.text))
        throw Failure(
            "the desk has no requests for the skill '\(skill)'",
            hint: suggestion.map { "did you mean '\($0)'?" }
                ?? "it has: \(desk.taxonomy.map(\.text).joined(separator: ", "))")
    }

    private func check(_ snapshot: MemorySnapshot) throws(Failure) {
        let wanted = Set(desk.intents(of: skill).compactMap { desk.skills[$0] }).sorted()
        for skill in wanted {
            guard let known = snapshot.taxonomy[skill] else {
                throw Failure(
                    unknownSkill: skill.text,
                    suggestion: snapshot.taxonomy.suggestion(for: skill.text)?.text)
            }
            guard known.status == .active else {
                throw Failure(
                    "the skill '\(skill)' is \(known.status.rawValue), so it is not practised",
                    hint: "accept it with 'etude skills accept \(skill)'")
            }
            guard snapshot.charter.permits(skill) else {
                throw Failure(
                    "the charter does not allow learning about '\(skill)'",
                    at: Failure.Spot(path: MemoryLayout.charter),
                    hint: "a person may widen 'allow' there")
            }
        }
    }
}
