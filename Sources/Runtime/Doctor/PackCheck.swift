import EtudeGit

/// Whether the packs, in which most of the history lies, are what they were when they were written.
struct PackCheck: HealthCheck {
    let subject = "packs"

    func observations(in patient: Patient) throws(Failure) -> [Observation] {
        let folders = patient.folders
        let (damaged, unread) = try wordedGit { () throws(GitError) in
            (try folders.damagedPacks(), try folders.packsWithoutIndex())
        }
        guard !damaged.isEmpty || !unread.isEmpty else {
            return [.sound("all as they were written")]
        }
        return damaged.map { pack in
            .broken(
                "'\(pack)' is not as it was written, so that a part of the history is lost or will be",
                hint:
                    "move it and its '.idx' out of that folder; 'git unpack-objects -r < FILE.pack' "
                    + "keeps what is sound in it, and 'git fetch --refetch CLONE' brings the rest from "
                    + "another clone")
        }
            + unread.filter { !damaged.contains($0) }.map { pack in
                .broken(
                    "'\(pack)' has no '.idx' beside it, so that nothing in it can be read",
                    hint: "make it anew: git index-pack '\(pack)'")
            }
    }
}
