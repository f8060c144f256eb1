import EtudeGit

extension Observation {
    init(_ fault: ReferenceFault, in patient: Patient) {
        let name = fault.reference
        switch (fault.kind, fault.lastGood) {
        case (.withoutCommit(let id), let good):
            let back = good.map { "; or go back: git update-ref \(name) \($0)" } ?? ""
            self = .broken(
                "'\(name)' names \(id.short), which cannot be read",
                hint: patient.fetching(id, by: name) + back)
        case (let kind, let good?):
            self = .curable(
                Self.message(name, kind),
                effect: "it names \(good.short) again, the last commit in its log that is there"
            ) { () throws(Failure) in
                let kept = try patient.examine { repository throws(GitError) in
                    try repository.restore(fault)
                }
                return "it names \(good.short) again" + keptAside(kept)
            }
        case (let kind, nil):
            self = .broken(
                Self.message(name, kind),
                hint: "'git fsck --lost-found' lists commits that nothing names; then "
                    + "delete '.git/\(name)' and run 'git update-ref \(name) COMMIT'")
        }
    }

    private static func message(_ name: String, _ kind: ReferenceFault.Kind) -> String {
        switch kind {
        case .unreadable(isEmpty: true): "the file of '\(name)' is empty"
        case .unreadable(isEmpty: false), .withoutCommit: "the file of '\(name)' names no commit"
        case .gone: "'\(name)' is gone, though it has a log"
        }
    }
}
