/// A loose object whose file does not hold what its name says.
public struct LooseObjectFault: Hashable, Sendable {
    /// Its name.
    public let id: ObjectID
    /// Whether a pack has it too, so that the file can go.
    public let isPacked: Bool
}

extension Repository {
    /// Returns the damaged loose objects, those that nothing needs included; reads all of them.
    public func looseObjectFaults() throws(GitError) -> [LooseObjectFault] {
        try objects.damaged().map { id throws(GitError) in
            LooseObjectFault(id: id, isPacked: try isPacked(id))
        }
    }

    /// Puts the file of a damaged object aside if a pack has the object too.
    ///
    /// - Returns: Where the file is kept; nil when there was nothing to do.
    public func preferPack(to id: ObjectID) throws(GitError) -> String? {
        var kept: String?
        try GitFolders(gitFolder: gitFolder).alone { state throws(GitError) in
            guard try isPacked(id), try objects.isDamaged(id) else { return }
            kept = try objects.putAside(id, in: state)
        }
        return kept
    }
}
