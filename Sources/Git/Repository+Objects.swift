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

    func exists(_ id: ObjectID) throws(GitError) -> Bool {
        var id = id.raw
        return git_odb_exists(try objectStore().raw, &id) == 1
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
