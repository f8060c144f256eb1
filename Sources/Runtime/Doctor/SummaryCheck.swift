import EtudeGit

/// Whether the files can be trusted that git derives from packs and commits to be faster.
struct SummaryCheck: HealthCheck {
    let subject = "git's summaries"

    func observations(in patient: Patient) throws(Failure) -> [Observation] {
        let folders = patient.folders
        let damaged = try wordedGit { () throws(GitError) in try folders.damagedSummaries() }
        guard !damaged.isEmpty else { return [] }
        return [
            .curable(damaged.listed + ": damaged", effect: "put aside; git makes it anew") {
                () throws(Failure) in
                let kept = try wordedGit { () throws(GitError) in
                    try folders.putDamagedSummariesAside()
                }
                return "kept as \(kept.listed); git makes it anew when it packs next"
            }
        ]
    }
}
