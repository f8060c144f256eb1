import EtudeGit
import EtudeStore

/// Whether the branch that is checked out names a commit that is there.
struct BranchCheck: HealthCheck {
    let subject = "branch"

    func observations(in patient: Patient) throws(Failure) -> [Observation] {
        let faults = try patient.examine { repository throws(GitError) in
            try repository.referenceFaults().filter { !$0.isOurs }
        }
        guard faults.isEmpty else { return faults.map { Observation($0, in: patient) } }
        let head = try patient.examine { repository throws(GitError) in try repository.head() }
        switch head {
        case .branch(let name, let tip): return [.sound("'\(name)' at \(tip.short)")]
        case .unborn(let name): return [.broken(Failure(.unborn(branch: name)))]
        case .detached(let id):
            return [
                .broken(
                    "HEAD is detached at \(id.short): recall works, and nothing can be learned",
                    hint: "run 'git switch BRANCH'")
            ]
        }
    }
}
