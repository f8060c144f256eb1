import EtudeGit
import EtudeStore

/// Whether every object that the newest commit needs can be read.
struct ObjectCheck: HealthCheck {
    let subject = "objects"
    private static let told = 10

    func observations(in patient: Patient) throws(Failure) -> [Observation] {
        guard let tip = patient.tip else { return [] }
        let faults = try faults(in: tip, patient)
        guard !faults.isEmpty else { return [.sound("all that the newest commit needs is there")] }
        let rest = faults.count - Self.told
        return faults.prefix(Self.told).map { observation($0, in: tip, patient) }
            + (rest > 0 ? [.broken("\(rest) more cannot be read", hint: nil)] : [])
    }

    private func faults(in tip: ObjectID, _ patient: Patient) throws(Failure) -> [ObjectFault] {
        try patient.examine { repository throws(GitError) in
            repository.objectFaults(in: tip, under: patient.location.prefix)
        }
    }

    private func observation(
        _ fault: ObjectFault, in tip: ObjectID, _ patient: Patient
    ) -> Observation {
        let name = fault.path.map { "'\($0)'" } ?? "the newest commit"
        let message = "\(name) cannot be read: \(fault.error.message)"
        guard fault.isCurable else {
            return .broken(message, hint: patient.fetching(fault.id))
        }
        return .curable(message, effect: "made again from the work files and git's index") {
            () throws(Failure) in
            try patient.examine { repository throws(GitError) in _ = try repository.healObjects() }
            guard try !faults(in: tip, patient).contains(where: { $0.id == fault.id }) else {
                throw Failure(
                    "neither work files nor git's index have it", hint: patient.fetching(fault.id))
            }
            return "made again from the work files and git's index"
        }
    }
}

extension Patient {
    /// How to get an object from a clone that has it, by way of a reference where one is named.
    ///
    /// git keeps a damaged object as long as it lies there, so that it is moved away first.
    func fetching(_ id: ObjectID, by reference: String = "") -> String {
        let name = reference.isEmpty ? "" : " \(reference)"
        let hex = id.description
        let file = "\(folders.common)/objects/\(hex.prefix(2))/\(hex.dropFirst(2))"
        let moving = Repository.isThere(file) ? "mv '\(file)' '\(folders.common)/etude/' && " : ""
        return "fetch it from another clone, CLONE: \(moving)git fetch --refetch CLONE\(name)"
    }
}
