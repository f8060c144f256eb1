/// What is checked out.
public enum Head: Hashable, Sendable {
    /// A branch, by its name without `refs/heads/`, and its newest commit.
    case branch(name: String, tip: ObjectID)
    /// A branch without a commit.
    case unborn(branch: String)
    /// A commit without a branch.
    case detached(ObjectID)

    /// The commit that is checked out; nil before the first.
    public var commit: ObjectID? {
        switch self {
        case .branch(_, let tip): tip
        case .unborn: nil
        case .detached(let id): id
        }
    }
}
