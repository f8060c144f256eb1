import EtudeDomain
import EtudeRecall
import EtudeStore

/// Whether every entry and every trace says something.
struct EntryCheck: HealthCheck {
    let subject = "entries"

    func observations(in patient: Patient) async throws(Failure) -> [Observation] {
        guard patient.tip != nil else { return [] }
        let memory = try await worded { () throws(StoreError) in
            try await Memory.open(
                patient.location, surroundings: patient.surroundings, recovering: false)
        }
        let snapshot = await memory.snapshot
        let unaddressable = try await worded { () throws(StoreError) -> [EntryProblem] in
            guard let tip = snapshot.revision else { return [] }
            return try await memory.store.unaddressable(at: tip)
        }
        let traces = await memory.traces
        let pending = traces.count { $0.evaluation == .pending }
        let counts = [
            "\(snapshot.strategies.count) strategies", "\(snapshot.taxonomy.skills.count) skills",
            "\(traces.count) traces, \(pending) of them not yet evaluated",
        ]
        let mending =
            "mend the file and commit it, or take it back with 'etude revert'; the rest serves"
        return [.sound(counts.joined(separator: ", "))]
            + (await memory.index.notes).map { .broken($0, hint: mending) }
            + unaddressable.map { .broken("left out: \(Failure($0).line)", hint: $0.hint) }
    }
}
