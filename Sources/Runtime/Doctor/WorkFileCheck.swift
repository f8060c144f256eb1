import EtudeGit
import EtudeStore

/// Which files a person has edited and not committed; that is no fault.
struct WorkFileCheck: HealthCheck {
    let subject = "work files"
    private static let told = 3

    func observations(in patient: Patient) throws(Failure) -> [Observation] {
        guard let tip = patient.tip else { return [] }
        let (changed, missing) = try patient.examine { repository throws(GitError) in
            try repository.edits(since: tip, under: patient.location.prefix)
        }
        let edits = [Self.count(changed, "edited"), Self.count(missing, "deleted")]
            .compactMap(\.self)
        return [
            .sound(
                edits.isEmpty
                    ? "as committed" : edits.joined(separator: "; ") + "; not committed")
        ]
    }

    private static func count(_ paths: [TreePath], _ verb: String) -> String? {
        guard !paths.isEmpty else { return nil }
        let names = paths.prefix(told).map { "'\($0)'" }.joined(separator: ", ")
        return "\(paths.count) \(verb): \(names)" + (paths.count > told ? " and more" : "")
    }
}
