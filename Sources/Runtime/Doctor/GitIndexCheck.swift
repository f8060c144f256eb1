import EtudeGit

/// Whether git's index can be read.
struct GitIndexCheck: HealthCheck {
    let subject = "git's index"

    func observations(in patient: Patient) throws(Failure) -> [Observation] {
        let damage = try patient.examine { repository throws(GitError) -> GitError? in
            do throws(GitError) {
                try repository.checkIndex()
                return nil
            } catch {
                return error
            }
        }
        guard let damage else { return [.sound("can be read")] }
        guard damage.code == .damaged else { return [.broken(Failure(damage))] }
        return [
            Observation(
                isSound: false, message: damage.message, hint: Failure.remakingTheIndex
            ) { () throws(Failure) in
                let kept = try patient.examine { repository throws(GitError) in
                    try repository.remakeIndex()
                }
                return "it was made anew from the last commit" + keptAside(kept)
            }
        ]
    }
}
