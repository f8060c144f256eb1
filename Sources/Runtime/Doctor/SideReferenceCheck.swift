import EtudeGit

/// Whether the references of traces and drafts name commits that are there.
struct SideReferenceCheck: HealthCheck {
    let subject = "side references"

    func observations(in patient: Patient) throws(Failure) -> [Observation] {
        let faults = try patient.examine { repository throws(GitError) in
            try repository.referenceFaults().filter(\.isOurs)
        }
        guard faults.isEmpty else { return faults.map { Observation($0, in: patient) } }
        do throws(Failure) {
            try patient.examine { repository throws(GitError) in
                _ = try repository.references(under: "refs/etude")
            }
        } catch {
            return [
                .broken(
                    "the references cannot be listed: \(error.message)",
                    hint:
                        "look into '\(patient.folders.common)/packed-refs' with an editor: each line is "
                        + "a commit, a space and a reference")
            ]
        }
        return [.sound("all name a commit")]
    }
}
