/// The folders that a publication touches, held open for its duration.
struct Workspace: ~Copyable {
    /// The checked-out files.
    let work: Folder
    /// HEAD, the index and its lock.
    let git: Folder
    /// The journal and half-made files of this working folder.
    let state: Folder
    /// The lock between processes, shared by all linked worktrees.
    let shared: Folder

    let durability: Durability

    static let stateName = "etude"

    static func open(of repository: borrowing Repository) throws(GitError) -> Workspace {
        let durability = repository.durability
        let work = try Folder.open(repository.workingFolder)
        let git = try Folder.open(repository.gitFolder)
        let state = try git.makeSubfolder(stateName, durability)
        let shared = try Folder.open(repository.commonFolder).makeSubfolder(stateName, durability)
        return Workspace(
            work: work, git: git, state: state, shared: shared, durability: durability)
    }
}
