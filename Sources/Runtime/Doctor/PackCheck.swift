import EtudeGit

/// Whether the packs, in which most of the history lies, are what they were when they were written.
struct PackCheck: HealthCheck {
    let subject = "packs"

    func observations(in patient: Patient) throws(Failure) -> [Observation] {
        let packs = try wordedGit { () throws(GitError) in try patient.folders.damagedPacks() }
        guard !packs.isEmpty else { return [.sound("all as they were written")] }
        return packs.map { pack in
            .broken(
                "'\(pack)' is not as it was written, so that a part of the history is lost or will be",
                hint:
                    "move it and its '.idx' out of that folder; 'git unpack-objects -r < FILE.pack' "
                    + "keeps what is sound in it, and 'git fetch --refetch CLONE' brings the rest from "
                    + "another clone")
        }
    }
}
