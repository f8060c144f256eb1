import Clibgit2

extension Repository {
    /// Refuses a path whose bytes git would store in another form, such as encrypted.
    ///
    /// libgit2 runs no external filter, so such a file would be stored as it is.
    func refuseFiltered(_ path: TreePath) throws(GitError) {
        for name in ["filter", "working-tree-encoding"] {
            var value: UnsafePointer<CChar>?
            do throws(GitError) {
                try check(git_attr_get(&value, raw, 0, path.text, name), "git_attr_get")
            } catch {
                // libgit2 reads the index first, and does not say that it is the index.
                try checkIndex()
                throw error
            }
            guard git_attr_value(value) != GIT_ATTR_VALUE_STRING else {
                throw .unsupported(.attribute(name, path), function: "git_attr_get")
            }
        }
    }

    /// Returns the id of the blob that git would store for the bytes of a work file, line endings
    /// converted as the repository's settings say.
    func idAsStored(_ bytes: [UInt8], at path: TreePath) throws(GitError) -> ObjectID {
        var list: OpaquePointer?
        let status = git_filter_list_load(
            &list, raw, nil, path.text, GIT_FILTER_TO_ODB, UInt32(GIT_FILTER_ALLOW_UNSAFE.rawValue))
        try check(status, "git_filter_list_load")
        guard let list else { return ObjectID.hash(ofBlob: bytes) }
        let filters = Handle<FilterListKind>(raw: list)
        var stored = git_buf()
        defer { git_buf_dispose(&stored) }
        let applied = bytes.withUnsafeBytes {
            git_filter_list_apply_to_buffer(
                &stored, filters.raw, $0.assumingMemoryBound(to: CChar.self).baseAddress, $0.count)
        }
        try check(applied, "git_filter_list_apply_to_buffer")
        return ObjectID.hash(
            ofBlob: Array(UnsafeRawBufferPointer(start: stored.ptr, count: stored.size)))
    }
}
