import EtudeGit

/// Whether locks keep everybody from writing.
struct LockCheck: HealthCheck {
    let subject = "locks"

    func observations(in patient: Patient) throws(Failure) -> [Observation] {
        let locks = try wordedGit { () throws(GitError) in try patient.folders.lastingLocks() }
        return locks.isEmpty ? [.sound("none")] : locks.map { observation($0, in: patient) }
    }

    private func observation(_ lock: LockFile, in patient: Patient) -> Observation {
        switch lock.holder {
        case .ours(let process, isAlive: true):
            return .sound("'\(lock.path)' is held by \(Self.name(process)), which is writing")
        case .ours(let process, isAlive: false):
            return .curable(
                "'\(lock.path)' was left by \(Self.name(process)), which writes no more",
                effect: "it is taken away"
            ) { () throws(Failure) in
                try patient.settle()
                return "it was taken away"
            }
        case .unknown:
            return .broken(
                "'\(lock.path)' exists: somebody is writing, or died at it",
                hint: "if no git is running, delete that file")
        }
    }

    private static func name(_ process: Int32?) -> String {
        process.map { "process \($0)" } ?? "a process"
    }
}
