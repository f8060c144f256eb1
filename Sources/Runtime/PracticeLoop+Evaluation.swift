import EtudeAgents
import EtudeDomain
import EtudePractice
import EtudeRecall
import EtudeStore

extension PracticeLoop {
    /// Explains a failure and learns from it.
    ///
    /// Whatever goes wrong leaves the trace to be taken up later.
    func evaluate(_ trace: Trace) async {
        guard let memory else { return }
        do throws(Failure) {
            let analysis = try await learn(from: trace, in: memory)
            try await worded { () throws(StoreError) in
                try await memory.conclude(trace, analysis: analysis)
            }
        } catch {
            troubles.append(error)
        }
    }

    /// Retires the strategies whose advice did more harm than good.
    func retireHarmful() async throws(Failure) {
        guard let memory else { return }
        let retired = try await worded { () throws(StoreError) in try await memory.retireHarmful() }
        tally.retired += retired.count
    }

    private func learn(from trace: Trace, in memory: any PracticeMemory) async throws(Failure)
        -> String
    {
        try await retireHarmful()
        let isUnlearned = try await worded { () throws(StoreError) in
            try await memory.isUnlearned(trace.id)
        }
        guard isUnlearned else { return "Learned before the evaluation was interrupted." }
        let experience = await memory.attempts
        let reflection: Reflection?
        do { reflection = try await coach.reflect(on: trace, experience: experience) } catch {
            throw Failure(error)
        }
        guard let reflection else {
            return "Nothing to learn: the cause is not known, or lies in the advice."
        }
        let learned = try await judge(reflection, of: trace, in: memory)
        tally.proposed += try await worded { () throws(StoreError) in
            try await memory.proposeSkills(below: trace.skill, for: agent.name)
        }
        let ids = learned.map(\.text).joined(separator: ", ")
        return reflection.cause.explanation + "\n\n"
            + (ids.isEmpty ? "No draft was accepted." : "Learned: \(ids)")
    }

    /// Lets the gate judge the lessons of one failure, each against the memory before any of them.
    private func judge(
        _ reflection: Reflection, of trace: Trace, in memory: any PracticeMemory
    ) async throws(Failure) -> [EntryID] {
        let model = try await worded { () throws(StoreError) in
            try await memory.competencies(of: agent.name)
        }
        let attempts = await memory.attempts
        let writer = StrategyWriter(
            surroundings: surroundings, review: await memory.charter.review)
        var learned: [(Strategy, body: String)] = []
        var (rejected, refused): (Int, [(draft: Strategy, reasons: [String])]) = (0, [])
        for lesson in reflection.lessons where learned.count < Self.lessonsPerFailure {
            let verdict = try await worded { () throws(StoreError) in
                try await memory.judge(lesson, from: trace, model)
            }
            let strategy = writer.strategy(lesson, from: trace)
            guard verdict.isAccepted else {
                rejected += 1
                if verdict.isSafeToKeep { refused.append((strategy, verdict.reasons)) }
                continue
            }
            let body = writer.body(
                from: trace, record: verdict.record, attempts: attempts.count)
            learned.append((strategy, body))
        }
        let accepted = learned
        try await worded { () throws(StoreError) in
            if !accepted.isEmpty { try await memory.learn(accepted) }
            try await memory.keepRefused(refused, of: agent.name)
        }
        for skill in accepted.flatMap({
            Interference.skills(disturbedBy: $0.0.lesson, in: attempts)
        }) {
            disturbed[skill] = model.units
        }
        tally.accepted += learned.count
        tally.rejected += rejected
        return learned.map(\.0.id)
    }
}
