import Clibgit2

extension Repository {
    /// Refuses a path whose bytes git would store in another form, such as encrypted.
    ///
    /// libgit2 runs no external filter, so such a file would be stored as it is.
    func refuseFiltered(_ path: TreePath) throws(GitError) {
        try showAttributeFiles(for: path)
        for name in ["filter", "working-tree-encoding"] {
            var value: UnsafePointer<CChar>?
            try check(git_attr_get(&value, raw, 0, path.text, name), "git_attr_get")
            guard git_attr_value(value) != GIT_ATTR_VALUE_STRING else {
                throw .unsupported(.attribute(name, path), function: "git_attr_get")
            }
        }
    }

    /// Returns the id of the blob that git would store for the bytes of a work file, line endings
    /// converted as the repository's settings say.
    func idAsStored(_ bytes: [UInt8], at path: TreePath) throws(GitError) -> ObjectID {
        try showAttributeFiles(for: path)
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

    /// Lets libgit2 see of the index the attribute files that bear on a path.
    ///
    /// It looks for them there where they are not among the work files, and would make an object of
    /// every entry.
    private func showAttributeFiles(for path: TreePath) throws(GitError) {
        let index: Handle<IndexKind> = try adopt(from: "git_index_new") { git_index_new(&$0) }
        let files = path.attributeFiles
        try indexCache.with(IndexUpdate.name, in: Folder.open(gitFolder)) {
            known throws(GitError) in
            for file in files {
                guard let version = known.version(at: file) else { continue }
                try Self.add(file, version, to: index)
            }
        }
        try check(git_repository_set_index(raw, index.raw), "git_repository_set_index")
    }

    private static func add(
        _ file: TreePath, _ version: FileVersion, to index: borrowing Handle<IndexKind>
    ) throws(GitError) {
        var entry = git_index_entry()
        entry.mode = version.mode.rawValue
        entry.id = version.id.raw
        let status = file.text.withCString {
            entry.path = $0
            return git_index_add(index.raw, &entry)
        }
        try check(status, "git_index_add")
    }
}

extension TreePath {
    /// The files in which git looks for the attributes of a path.
    fileprivate var attributeFiles: [TreePath] {
        var files = [TreePath(".gitattributes")]
        var folder = parent
        while let current = folder {
            files.append(current.appending(".gitattributes"))
            folder = current.parent
        }
        return files.compactMap(\.self)
    }
}
