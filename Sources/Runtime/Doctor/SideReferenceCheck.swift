import EtudeGit

/// Whether the references of traces and drafts name commits that are there.
struct SideReferenceCheck: HealthCheck {
    let subject = "side references"

    func observations(in patient: Patient) throws(Failure) -> [Observation] {
        let faults = try patient.examine { repository throws(GitError) in
            try repository.referenceFaults().filter(\.isOurs)
        }
        return faults.isEmpty
            ? [.sound("all name a commit")] : faults.map { Observation($0, in: patient) }
    }
}
