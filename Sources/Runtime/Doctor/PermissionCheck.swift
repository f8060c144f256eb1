import EtudeGit
import EtudeStore

/// Whether everything that a writer needs can be written.
struct PermissionCheck: HealthCheck {
    let subject = "permissions"
    /// More of the same kind would help nobody.
    private static let told = 3

    func observations(in patient: Patient) throws(Failure) -> [Observation] {
        let unwritable = try wordedGit { () throws(GitError) in
            try patient.folders.unwritable(memory: patient.location.folder)
        }
        guard let first = unwritable.first else {
            return [.sound("this user may write all that has to be written")]
        }
        if first.isReadOnly {
            return [
                .broken(
                    "'\(first.path)' lies on a disk that can only be read",
                    hint: "mount it for writing; reading works")
            ]
        }
        let names = unwritable.prefix(Self.told).map { "'\($0.path)'" }.joined(separator: ", ")
        let rest = unwritable.count - Self.told
        return [
            .broken(
                names + (rest > 0 ? " and \(rest) more" : "")
                    + " cannot be written; the first belongs to user \(first.owner)",
                hint: "run '\(Self.command(first)) "
                    + "\(patient.location.folder) \(patient.folders.common)'")
        ]
    }

    private static func command(_ first: Unwritable) -> String {
        first.isOwn ? "chmod -R u+rwX" : "sudo chown -R \(GitFolders.user)"
    }
}
