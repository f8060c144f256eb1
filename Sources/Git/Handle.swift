import Clibgit2

/// A libgit2 object type together with the function that frees it.
protocol HandleKind {
    static func free(_ raw: OpaquePointer)
}

/// Sole owner of one libgit2 object; frees it when its lifetime ends.
///
/// A handle cannot be copied, so the free function runs exactly once.
struct Handle<Kind: HandleKind>: ~Copyable {
    let raw: OpaquePointer

    deinit { Kind.free(raw) }
}

enum RepositoryKind: HandleKind {
    static func free(_ raw: OpaquePointer) { git_repository_free(raw) }
}

enum ObjectKind: HandleKind {
    static func free(_ raw: OpaquePointer) { git_object_free(raw) }
}

enum CommitKind: HandleKind {
    static func free(_ raw: OpaquePointer) { git_commit_free(raw) }
}

enum TreeKind: HandleKind {
    static func free(_ raw: OpaquePointer) { git_tree_free(raw) }
}

enum TreeEntryKind: HandleKind {
    static func free(_ raw: OpaquePointer) { git_tree_entry_free(raw) }
}

enum TreeBuilderKind: HandleKind {
    static func free(_ raw: OpaquePointer) { git_treebuilder_free(raw) }
}

enum BlobKind: HandleKind {
    static func free(_ raw: OpaquePointer) { git_blob_free(raw) }
}

enum ObjectStoreKind: HandleKind {
    static func free(_ raw: OpaquePointer) { git_odb_free(raw) }
}

enum ReferenceStoreKind: HandleKind {
    static func free(_ raw: OpaquePointer) { git_refdb_free(raw) }
}

enum WalkKind: HandleKind {
    static func free(_ raw: OpaquePointer) { git_revwalk_free(raw) }
}

enum DiffKind: HandleKind {
    static func free(_ raw: OpaquePointer) { git_diff_free(raw) }
}

enum ReferenceKind: HandleKind {
    static func free(_ raw: OpaquePointer) { git_reference_free(raw) }
}

enum ReferenceIteratorKind: HandleKind {
    static func free(_ raw: OpaquePointer) { git_reference_iterator_free(raw) }
}

enum ConfigurationKind: HandleKind {
    static func free(_ raw: OpaquePointer) { git_config_free(raw) }
}

enum ConfigurationIteratorKind: HandleKind {
    static func free(_ raw: OpaquePointer) { git_config_iterator_free(raw) }
}

enum FilterListKind: HandleKind {
    static func free(_ raw: OpaquePointer) { git_filter_list_free(raw) }
}

enum IndexKind: HandleKind {
    static func free(_ raw: OpaquePointer) { git_index_free(raw) }
}
