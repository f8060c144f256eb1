import Clibgit2

extension Repository {
    /// Returns the object that a reference points to, through symbolic ones.
    ///
    /// The name is a full one, such as `refs/heads/main`; nil when there is no such reference.
    public func tip(of reference: String) throws(GitError) -> ObjectID? {
        try Self.requireName(reference)
        var id = git_oid()
        let status = git_reference_name_to_id(&id, raw, reference)
        return try found(status, "git_reference_name_to_id") ? ObjectID(id) : nil
    }

    /// Returns the references below a folder such as `refs/etude/traces`, by full name.
    ///
    /// Symbolic references are left out. Reads all references of the repository.
    public func references(under prefix: String) throws(GitError) -> [String: ObjectID] {
        let folder = prefix.hasSuffix("/") ? prefix : prefix + "/"
        let iterator: Handle<ReferenceIteratorKind> = try adopt(
            from: "git_reference_iterator_new"
        ) { git_reference_iterator_new(&$0, raw) }
        var references: [String: ObjectID] = [:]
        while let reference = try next(in: iterator) {
            let name = String(cString: git_reference_name(reference.raw))
            guard name.hasPrefix(folder) else { continue }
            if let target = git_reference_target(reference.raw) {
                references[name] = ObjectID(target.pointee)
            }
        }
        return references
    }

    /// Deletes a reference; deleting one that does not exist is no error.
    ///
    /// - Throws: A ``GitError`` with the code `.locked` when another process writes it now.
    public func deleteReference(_ reference: String) throws(GitError) {
        try Self.requireName(reference)
        _ = try found(git_reference_remove(raw, reference), "git_reference_remove")
    }

    /// Moves a reference from `old`, or creates it when `old` is nil, only if it is still there.
    ///
    /// - Throws: A ``GitError``: `.modified` when it has moved, `.locked` when another process
    ///   writes it now.
    func move(
        _ reference: String, from old: ObjectID?, to new: ObjectID, log: String,
        by signature: Signature
    ) throws(GitError) {
        let email = signature.email.isEmpty ? "unknown" : signature.email
        try check(
            git_repository_set_ident(raw, signature.name, email), "git_repository_set_ident")
        var new = new.raw
        do throws(GitError) {
            let _: Handle<ReferenceKind> = try adopt(from: "git_reference_create_matching") {
                guard var old = old?.raw else {
                    return git_reference_create(&$0, raw, reference, &new, 0, log)
                }
                return git_reference_create_matching(&$0, raw, reference, &new, 1, &old, log)
            }
        } catch {
            guard error.code == .exists || error.code == .notFound else { throw error }
            throw GitError(code: .modified, function: error.function, message: error.message)
        }
    }

    static func requireName(_ reference: String) throws(GitError) {
        var isValid: Int32 = 0
        if !reference.utf8.contains(0) {
            try check(
                git_reference_name_is_valid(&isValid, reference), "git_reference_name_is_valid")
        }
        guard isValid == 1 else {
            throw GitError(
                code: .invalid, function: "git_reference_name_is_valid",
                message: "'\(reference)' is not the name of a reference")
        }
    }

    private func next(
        in iterator: borrowing Handle<ReferenceIteratorKind>
    ) throws(GitError) -> Handle<ReferenceKind>? {
        var raw: OpaquePointer?
        let status = git_reference_next(&raw, iterator.raw)
        guard status != GIT_ITEROVER.rawValue else { return nil }
        try check(status, "git_reference_next")
        return raw.map { Handle(raw: $0) }
    }
}
