import Clibgit2

extension Repository {
    /// Returns the commit that a revision names; nil when it names none.
    ///
    /// Understands what `git rev-parse` does: ids and unique starts of ids, branches, tags,
    /// `HEAD~2`, `main@{1}`, `:/text` and so on.
    ///
    /// - Throws: A ``GitError`` with the code `.ambiguous` when the start of an id fits several
    ///   objects.
    public func resolve(_ revision: String) throws(GitError) -> ObjectID? {
        guard !revision.isEmpty, !revision.utf8.contains(0) else { return nil }
        var object: OpaquePointer?
        let status = git_revparse_single(&object, raw, revision)
        guard try isNamed(status, "git_revparse_single"), let object else { return nil }
        let handle = Handle<ObjectKind>(raw: object)
        return try commit(behind: handle)
    }

    private func commit(behind object: borrowing Handle<ObjectKind>) throws(GitError) -> ObjectID? {
        var peeled: OpaquePointer?
        let status = git_object_peel(&peeled, object.raw, GIT_OBJECT_COMMIT)
        guard try isNamed(status, "git_object_peel"), let peeled else { return nil }
        let commit = Handle<ObjectKind>(raw: peeled)
        return git_object_id(commit.raw).map { ObjectID($0.pointee) }
    }

    /// Whether a look-up succeeded; false for every way of saying "there is no such commit".
    private func isNamed(_ status: Int32, _ function: StaticString) throws(GitError) -> Bool {
        guard status < 0 else { return true }
        let error = GitError(status, in: function)
        // libgit2 calls a start of less than four digits ambiguous, even if nothing has it.
        let isTooShort = error.code == .ambiguous && error.message.contains("too short")
        let isAbsent = [.notFound, .invalid, .unborn].contains(error.code)
        guard isTooShort || isAbsent || status == GIT_EPEEL.rawValue else { throw error }
        return false
    }
}
