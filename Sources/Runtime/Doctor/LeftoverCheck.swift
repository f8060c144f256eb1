import EtudeGit

/// Whether dead writers left files half made.
struct LeftoverCheck: HealthCheck {
    let subject = "half-made files"

    func observations(in patient: Patient) throws(Failure) -> [Observation] {
        let folders = patient.folders
        let files = try wordedGit { () throws(GitError) in try folders.leftovers() }
        guard !files.isEmpty else { return [.sound("none")] }
        return [
            .curable(files.listed + ": left by a dead writer", effect: "put aside") {
                () throws(Failure) in
                let kept = try wordedGit { () throws(GitError) in
                    try folders.putLeftoversAside()
                }
                return kept.isEmpty ? "gone by now" : "kept as \(kept.listed)"
            }
        ]
    }
}
