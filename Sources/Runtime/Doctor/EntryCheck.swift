import EtudeDomain
import EtudeRecall
import EtudeStore

/// Whether every entry and every trace says something.
struct EntryCheck: HealthCheck {
    let subject = "entries"

    func observations(in patient: Patient) async throws(Failure) -> [Observation] {
        guard patient.tip != nil else { return [] }
        let (snapshot, read, unaddressable) = try await worded { () throws(StoreError) in
            let store = try MemoryStore(patient.location, recovering: false)
            let snapshot = try await store.snapshot()
            let read = try await store.traces(limit: snapshot.charter.keepTraces)
            let unaddressable: [EntryProblem] =
                if let tip = snapshot.revision { try await store.unaddressable(at: tip) } else {
                    []
                }
            return (snapshot, read, unaddressable)
        }
        let traces = read.traces
        let pending = traces.count { $0.evaluation == .pending }
        let counts = [
            "\(snapshot.strategies.count) strategies", "\(snapshot.taxonomy.skills.count) skills",
            "\(traces.count) traces, \(pending) of them not yet evaluated",
        ]
        let mending =
            "mend the file and commit it, or take it back with 'etude revert'; the rest serves"
        return [.sound(counts.joined(separator: ", "))]
            + snapshot.notes(besides: read.problems).map { .broken($0, hint: mending) }
            + unaddressable.map { .broken("left out: \(Failure($0).line)", hint: $0.hint) }
    }
}
