import Clibgit2

extension Repository {
    func writeBlob(_ bytes: [UInt8]) throws(GitError) -> ObjectID {
        try write(bytes, as: GIT_OBJECT_BLOB)
    }

    /// Writes a commit object; moves no reference.
    ///
    /// The bytes are made here: `git_commit_create` can report success on a full disk with nothing
    /// committed.
    func writeCommit(
        tree: ObjectID, parents: [ObjectID], author: Signature, committer: Signature,
        message: String
    ) throws(GitError) -> ObjectID {
        var text = "tree \(tree)\n"
        for parent in parents { text += "parent \(parent)\n" }
        text += "author \(author.line)\ncommitter \(committer.line)\n\n"
        text += message.filter { $0 != "\0" }
        if !text.hasSuffix("\n") { text += "\n" }
        return try write(Array(text.utf8), as: GIT_OBJECT_COMMIT)
    }

    /// Whether an object is in a file or a pack at this moment.
    ///
    /// `git_odb_exists` says so of whatever was read before, though git may have removed it since.
    func exists(_ id: ObjectID) throws(GitError) -> Bool {
        let store = try objectStore()
        if Self.isStored(id, in: store) { return true }
        // A pack may have come.
        try check(git_odb_refresh(store.raw), "git_odb_refresh")
        return Self.isStored(id, in: store)
    }

    /// Whether an object is in a pack at this moment.
    func isPacked(_ id: ObjectID) throws(GitError) -> Bool {
        let store = try objectStore()
        try check(git_odb_refresh(store.raw), "git_odb_refresh")
        // The packs' backend writes no single objects.
        return Self.isStored(id, in: store) { $0.pointee.write == nil }
    }

    private static func isStored(
        _ id: ObjectID, in store: borrowing Handle<ObjectStoreKind>,
        where isMeant: (UnsafeMutablePointer<git_odb_backend>) -> Bool = { _ in true }
    ) -> Bool {
        var id = id.raw
        return (0..<git_odb_num_backends(store.raw)).contains { number in
            var backend: UnsafeMutablePointer<git_odb_backend>?
            guard git_odb_get_backend(&backend, store.raw, number) == 0, let backend,
                isMeant(backend), let exists = backend.pointee.exists
            else { return false }
            return exists(backend, &id) != 0
        }
    }

    /// Throws what went wrong with a loose object, of which libgit2 keeps no more than a text.
    func checkStored(_ status: Int32, _ function: StaticString) throws(GitError) {
        do throws(GitError) { try check(status, function) } catch {
            let cause = objects.failure
            objects.failure = nil
            throw cause ?? error
        }
    }

    private func write(_ bytes: [UInt8], as kind: git_object_t) throws(GitError) -> ObjectID {
        let store = try objectStore()
        var id = git_oid()
        try checkStored(git_odb_write(&id, store.raw, bytes, bytes.count, kind), "git_odb_write")
        return ObjectID(id)
    }

    private func objectStore() throws(GitError) -> Handle<ObjectStoreKind> {
        try adopt(from: "git_repository_odb") { git_repository_odb(&$0, raw) }
    }
}
