import EtudeGit

/// Whether the references of traces and drafts name commits that are there.
struct SideReferenceCheck: HealthCheck {
    let subject = "side references"

    func observations(in patient: Patient) throws(Failure) -> [Observation] {
        let faults = try patient.examine { repository throws(GitError) in
            try repository.referenceFaults().filter(\.isOurs)
        }
        guard faults.isEmpty else { return faults.map { Observation($0, in: patient) } }
        let line = try wordedGit { () throws(GitError) in
            try patient.folders.faultyPackedReference()
        }
        if let line {
            let file = "\(patient.folders.common)/packed-refs"
            return [
                .broken(
                    "line \(line) of '\(file)' is not as git writes it",
                    hint: "mend it with an editor: each line is a commit, a space and a reference")
            ]
        }
        return [.sound("all name a commit")]
    }
}
