import EtudeGit
import EtudeStore

/// Whether the repository opens, and can be written safely.
struct RepositoryCheck: HealthCheck {
    let subject = "repository"
    let isGate = true

    func observations(in patient: Patient) throws(Failure) -> [Observation] {
        let folders = patient.folders
        if let file = folders.pipe(ofTop: patient.location.repository) {
            return [
                .broken(
                    "'\(file)' is a pipe, and git would wait for it for ever",
                    hint: "move it away")
            ]
        }
        if let damage = folders.damageOfSettings() {
            return [
                .broken(
                    "the settings cannot be read: \(damage.message)",
                    hint: "mend '\(folders.common)/config' with an editor")
            ]
        }
        let (feature, fault) = try patient.examine { repository throws(GitError) in
            (try repository.unsupportedFeature(), repository.settingsFault)
        }
        if let feature { return [.broken(Failure(feature))] }
        if let fault { return [.broken(fault.message, hint: "mend that line with an editor")] }
        return [.sound("opens with libgit2 \(Library.version)")]
    }
}
