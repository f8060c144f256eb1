import Clibgit2

extension Repository {
    /// Creates a repository in a folder that borrows every object from this one, and has its side
    /// references; what is done in it reaches this one in no way.
    public func lend(to path: String) throws(GitError) -> sending Repository {
        do {
            let _ = try Self.create(at: path)
        }
        let objects = try Folder.open("\(path)/.git/objects")
        let info = try objects.makeSubfolder("info", .relaxed)
        try info.write(Array("\(commonFolder)/objects\n".utf8), to: "alternates", .relaxed)
        let copy = try Self.open(at: path)
        for (name, tip) in try references(under: ReferenceFault.ours) {
            try copy.force(name, to: tip)
        }
        return copy
    }

    /// Makes the current branch, the index and all files those of a commit, whatever lies there.
    public func checkOut(_ commit: ObjectID) throws(GitError) {
        try force("refs/heads/main", to: commit)
        var options = git_checkout_options()
        git_checkout_options_init(&options, UInt32(GIT_CHECKOUT_OPTIONS_VERSION))
        options.checkout_strategy =
            GIT_CHECKOUT_FORCE.rawValue | GIT_CHECKOUT_REMOVE_UNTRACKED.rawValue
            | GIT_CHECKOUT_REMOVE_IGNORED.rawValue
        options.disable_filters = 1
        try check(git_checkout_head(raw, &options), "git_checkout_head")
    }

    private func force(_ reference: String, to commit: ObjectID) throws(GitError) {
        var id = commit.raw
        let _: Handle<ReferenceKind> = try adopt(from: "git_reference_create") {
            git_reference_create(&$0, raw, reference, &id, 1, nil)
        }
    }
}
