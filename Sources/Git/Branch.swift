/// The branch that a publication moves.
struct Branch {
    /// The full name, such as `refs/heads/main`.
    let reference: String
    /// Nil before the first commit.
    let tip: ObjectID?

    /// Takes the branch that is checked out.
    ///
    /// - Throws: A ``GitError`` with the code `.detached` when none is.
    init(_ head: Head) throws(GitError) {
        switch head {
        case .branch(let name, let tip):
            self.init(reference: Repository.branchPrefix + name, tip: tip)
        case .unborn(let name):
            self.init(reference: Repository.branchPrefix + name, tip: nil)
        case .detached(let commit):
            throw GitError(
                code: .detached, function: "publish",
                message: "HEAD is at commit \(commit.short), not on a branch")
        }
    }

    private init(reference: String, tip: ObjectID?) {
        self.reference = reference
        self.tip = tip
    }
}
