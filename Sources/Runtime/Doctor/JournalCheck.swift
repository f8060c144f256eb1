import EtudeGit

/// Whether a writer died half-way.
struct JournalCheck: HealthCheck {
    let subject = "journal"

    func observations(in patient: Patient) throws(Failure) -> [Observation] {
        let folders = patient.folders
        let (writer, reference) = try wordedGit { () throws(GitError) in
            (try folders.writer(), try folders.referenceOfDeadWriter())
        }
        if let writer { return [.sound("\(writer) is writing")] }
        guard let reference else { return [.sound("nothing is half done")] }
        return [
            .curable(
                "a writer died while it moved '\(reference)'",
                effect: "what it began is finished, or undone"
            ) { () throws(Failure) in
                try patient.settle()
                return "what it began was finished, or undone"
            }
        ]
    }
}
