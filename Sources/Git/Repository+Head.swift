import Clibgit2

extension Repository {
    /// Returns what is checked out.
    ///
    /// - Throws: A ``GitError``; `.unsupported` when HEAD points to something that is no branch.
    ///   A branch without a commit is no error.
    public func head() throws(GitError) -> Head {
        let head: Handle<ReferenceKind> = try adopt(from: "git_reference_lookup") {
            git_reference_lookup(&$0, raw, "HEAD")
        }
        if let target = git_reference_target(head.raw) {
            return .detached(ObjectID(target.pointee))
        }
        let reference = git_reference_symbolic_target(head.raw).map { String(cString: $0) } ?? ""
        guard reference.hasPrefix(Self.branchPrefix) else {
            throw .unsupported(.headOutsideBranches(reference))
        }
        let name = String(reference.dropFirst(Self.branchPrefix.count))
        guard let tip = try tip(of: reference) else { return .unborn(branch: name) }
        return .branch(name: name, tip: tip)
    }

    static var branchPrefix: String { "refs/heads/" }
}
