import Clibgit2

extension Repository {
    /// Returns what is checked out.
    ///
    /// A branch that is another name of a second one counts as that one, as in git.
    ///
    /// - Throws: A ``GitError``; `.unsupported` when HEAD points to something that is no branch,
    ///   `.invalid` when a branch is a name of itself. A branch without a commit is no error.
    public func head() throws(GitError) -> Head {
        let head: Handle<ReferenceKind> = try adopt(from: "git_reference_lookup") {
            git_reference_lookup(&$0, raw, "HEAD")
        }
        if let target = git_reference_target(head.raw) {
            return .detached(ObjectID(target.pointee))
        }
        var name = try Self.branch(git_reference_symbolic_target(head.raw))
        for _ in 0..<Self.mostNames {
            let reference = Self.branchPrefix + name
            let branch: Handle<ReferenceKind>? = try adoptIfFound(from: "git_reference_lookup") {
                git_reference_lookup(&$0, raw, reference)
            }
            guard let branch else { return .unborn(branch: name) }
            if let target = git_reference_target(branch.raw) {
                return .branch(name: name, tip: ObjectID(target.pointee))
            }
            name = try Self.branch(git_reference_symbolic_target(branch.raw))
        }
        throw GitError(
            code: .invalid, function: "head", message: "the branch '\(name)' is a name of itself")
    }

    /// How many names of one branch git follows.
    private static let mostNames = 5

    private static func branch(_ target: UnsafePointer<CChar>?) throws(GitError) -> String {
        let reference = target.map { String(cString: $0) } ?? ""
        guard reference.hasPrefix(branchPrefix) else {
            throw .unsupported(.headOutsideBranches(reference))
        }
        return String(reference.dropFirst(branchPrefix.count))
    }

    static var branchPrefix: String { "refs/heads/" }
}
