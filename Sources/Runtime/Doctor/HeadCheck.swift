import EtudeGit

/// Whether HEAD names anything, without which git sees no repository.
struct HeadCheck: HealthCheck {
    let subject = "HEAD"
    let isGate = true

    func observations(in patient: Patient) throws(Failure) -> [Observation] {
        let folders = patient.folders
        let fault = try wordedGit { () throws(GitError) in try folders.headFault() }
        guard let fault else { return [] }
        let file = "\(folders.own)/HEAD"
        let message = fault.isMissing ? "'\(file)' is missing" : "'\(file)' names no branch"
        guard fault.branches.count == 1, let branch = fault.branches.first else {
            let names = fault.branches.map { "'\($0)'" }.joined(separator: ", ")
            return [
                .broken(
                    message,
                    hint: "name the branch: echo 'ref: refs/heads/BRANCH' > '\(file)'"
                        + (names.isEmpty ? "" : " (there are \(names))"))
            ]
        }
        return [
            .curable(message, effect: "it names '\(branch)' again, the only branch") {
                () throws(Failure) in
                let kept = try wordedGit { () throws(GitError) in
                    try folders.restoreHead(to: branch)
                }
                return "it names '\(branch)' again" + keptAside(kept)
            }
        ]
    }
}
