import Clibgit2

/// One path of a tree to set or, without a version, to remove.
struct TreeEdit {
    let path: TreePath
    /// The part of the path below the tree at hand.
    let rest: ArraySlice<String>
    let version: FileVersion?

    init(_ path: TreePath, _ version: FileVersion?) {
        self.init(path, path.components[...], version)
    }

    private init(_ path: TreePath, _ rest: ArraySlice<String>, _ version: FileVersion?) {
        self.path = path
        self.rest = rest
        self.version = version
    }

    var isHere: Bool { rest.count == 1 }
    var below: TreeEdit { TreeEdit(path, rest.dropFirst(), version) }

    /// The path of the folder that this edit passes through next.
    var nextFolder: TreePath {
        var folder = path
        for _ in rest.dropFirst() { folder = folder.parent ?? folder }
        return folder
    }
}

extension Repository {
    /// Writes the trees that result from `edits`; nil when nothing is left in the tree.
    ///
    /// Fails with `.inTheWay` where a file would have to become a folder or the reverse, unless the
    /// edits themselves clear the place.
    func writeTree(_ edits: [TreeEdit], on base: ObjectID?) throws(GitError) -> ObjectID? {
        let builder = try treeBuilder(on: base)
        for (name, edits) in Dictionary(grouping: edits, by: { $0.rest.first ?? "" }) {
            try apply(edits, to: name, in: builder)
        }
        guard git_treebuilder_entrycount(builder.raw) > 0 else { return nil }
        return try write(builder)
    }

    /// Writes the tree without entries.
    func writeEmptyTree() throws(GitError) -> ObjectID { try write(treeBuilder(on: nil)) }

    private func treeBuilder(on base: ObjectID?) throws(GitError) -> Handle<TreeBuilderKind> {
        guard let base else {
            return try adopt(from: "git_treebuilder_new") { git_treebuilder_new(&$0, raw, nil) }
        }
        let tree = try treeHandle(base)
        return try adopt(from: "git_treebuilder_new") { git_treebuilder_new(&$0, raw, tree.raw) }
    }

    private func write(_ builder: borrowing Handle<TreeBuilderKind>) throws(GitError) -> ObjectID {
        var id = git_oid()
        try checkStored(git_treebuilder_write(&id, builder.raw), "git_treebuilder_write")
        return ObjectID(id)
    }

    /// Removes, goes deeper, then sets: so a file and a folder can trade places.
    private func apply(
        _ edits: [TreeEdit], to name: String, in builder: borrowing Handle<TreeBuilderKind>
    ) throws(GitError) {
        let here = edits.first(where: \.isHere)
        let deeper = edits.filter { !$0.isHere }
        if let here, here.version == nil { try remove(name, from: builder) }
        if let first = deeper.first {
            let tree = try subtree(name, in: builder, for: first)
            if let id = try writeTree(deeper.map(\.below), on: tree) {
                try insert(id, GIT_FILEMODE_TREE.rawValue, as: name, in: builder)
            } else {
                try remove(name, from: builder)
            }
        }
        guard let here, let version = here.version else { return }
        if let entry = git_treebuilder_get(builder.raw, name), Self.isFolder(entry) {
            throw .inTheWay(here.path)
        }
        try insert(version.id, version.mode.rawValue, as: name, in: builder)
    }

    private func subtree(
        _ name: String, in builder: borrowing Handle<TreeBuilderKind>, for edit: TreeEdit
    ) throws(GitError) -> ObjectID? {
        guard let entry = git_treebuilder_get(builder.raw, name) else { return nil }
        guard Self.isFolder(entry) else { throw .inTheWay(edit.nextFolder) }
        return ObjectID(git_tree_entry_id(entry).pointee)
    }

    private static func isFolder(_ entry: OpaquePointer) -> Bool {
        git_tree_entry_filemode(entry) == GIT_FILEMODE_TREE
    }

    private func insert(
        _ id: ObjectID, _ mode: UInt32, as name: String,
        in builder: borrowing Handle<TreeBuilderKind>
    ) throws(GitError) {
        var id = id.raw
        let status = git_treebuilder_insert(
            nil, builder.raw, name, &id, git_filemode_t(rawValue: mode))
        try check(status, "git_treebuilder_insert")
    }

    private func remove(
        _ name: String, from builder: borrowing Handle<TreeBuilderKind>
    ) throws(GitError) {
        guard git_treebuilder_get(builder.raw, name) != nil else { return }
        try check(git_treebuilder_remove(builder.raw, name), "git_treebuilder_remove")
    }
}
