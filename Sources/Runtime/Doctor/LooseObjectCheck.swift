import EtudeGit
import EtudeStore

/// Whether every object that lies in a file of its own is what its name says, old ones included.
struct LooseObjectCheck: HealthCheck {
    let subject = "loose objects"
    private static let told = 10

    func observations(in patient: Patient) throws(Failure) -> [Observation] {
        let faults = try faults(in: patient)
        guard !faults.isEmpty else { return [.sound("all are what their names say")] }
        let rest = faults.count - Self.told
        return faults.prefix(Self.told).map { observation($0, patient) }
            + (rest > 0 ? [.broken("\(rest) more are damaged", hint: nil)] : [])
    }

    /// Those that the newest commit needs were told before.
    private func faults(in patient: Patient) throws(Failure) -> [LooseObjectFault] {
        let tip = patient.tip
        return try patient.examine { repository throws(GitError) in
            let faults = try repository.looseObjectFaults()
            guard !faults.isEmpty, let tip else { return faults }
            let told = repository.objectFaults(in: tip, under: patient.location.prefix).map(\.id)
            return faults.filter { !told.contains($0.id) }
        }
    }

    private func observation(_ fault: LooseObjectFault, _ patient: Patient) -> Observation {
        let message = "object \(fault.id.short) is damaged"
        guard fault.isPacked else {
            return .broken(
                message + "; the history before the newest commit may need it",
                hint: patient.fetching(fault.id))
        }
        return .curable(message + ", and whole in a pack", effect: "the damaged file is put aside")
        {
            () throws(Failure) in
            let kept = try patient.examine { repository throws(GitError) in
                try repository.preferPack(to: fault.id)
            }
            return "the pack has it" + keptAside(kept)
        }
    }
}
