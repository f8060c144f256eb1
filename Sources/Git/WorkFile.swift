#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// What sits in the working folder at one path.
enum WorkState: Equatable {
    case missing
    case file(ObjectID)
    /// A folder, a link, or a folder on the way that is none.
    case other(TreePath)
}

/// Reads and writes single files of the working folder; never passes through a symbolic link.
///
/// New bytes are made beside git's own files and put in place whole. What is put aside is looked
/// at before it is dropped, so an edit that somebody saves at the same moment is not lost, even if
/// this process dies then.
struct WorkFile {
    let path: TreePath
    /// How the names begin under which files are made and put aside.
    static let stagedStart = "work.new."
    /// For use in the file's own folder when that is on another device than git's.
    private static let neighbourStart = ".etude-work.new."

    init(_ path: TreePath) { self.path = path }

    /// Returns what sits at the path; `known` are ids whose bytes may be stored converted.
    func state(
        in workspace: borrowing Workspace, of repository: borrowing Repository,
        known: [ObjectID] = []
    ) throws(GitError) -> WorkState {
        let folder: Folder
        do throws(GitError) {
            guard let found = try parent(in: workspace.work) else { return .missing }
            folder = found
        } catch {
            guard case .inTheWay(let blocker) = error.code else { throw error }
            return .other(blocker)
        }
        guard let status = try folder.status(of: path.name) else { return .missing }
        guard status.isFile else { return .other(path) }
        return .file(try id(of: path.name, in: folder, known, repository))
    }

    /// Returns the file's status; nil when there is no file.
    func status(in workspace: borrowing Workspace) throws(GitError) -> FileStatus? {
        try parent(in: workspace.work)?.status(of: path.name)
    }

    /// Puts a file in place, and the folders that lead to it.
    ///
    /// `old` names the bytes that may be replaced; without it, the name must be free. Fails with
    /// `.dirty` when the file holds something else, and with `.inTheWay`.
    func put(
        _ bytes: [UInt8], replacing old: ObjectID?, in workspace: borrowing Workspace,
        of repository: borrowing Repository
    ) throws(GitError) {
        let folder = try makeParent(in: workspace.work, workspace.durability)
        if try sharesDevice(folder, workspace.state) {
            try put(bytes, old, folder, workspace.state, stagedName, repository)
        } else {
            try put(bytes, old, folder, folder, neighbourName, repository)
        }
        try folder.sync(workspace.durability)
    }

    /// Removes the file, and the folders that it leaves empty.
    ///
    /// Fails with `.dirty` when the file does not hold `old`.
    func remove(
        holding old: ObjectID, in workspace: borrowing Workspace,
        of repository: borrowing Repository
    ) throws(GitError) {
        guard let folder = try parent(in: workspace.work) else { return }
        guard try folder.status(of: path.name) != nil else { return }
        let aside = try sharesDevice(folder, workspace.state)
        if aside {
            try remove(old, folder, workspace.state, stagedName, repository)
        } else {
            try remove(old, folder, folder, neighbourName, repository)
        }
        try folder.sync(workspace.durability)
        try removeEmptyParents(in: workspace.work)
    }

    /// One for each path, so that it tells whose file was put aside.
    private var stagedName: String { Self.stagedStart + mark }
    private var neighbourName: String { Self.neighbourStart + mark }
    private var mark: String { ObjectID.hash(ofBlob: Array(path.text.utf8)).short }

    /// Clears away what a dead process had made or put aside.
    ///
    /// Bytes that `step` does not know were saved by somebody at that moment: they get their place
    /// back, or are kept with what is saved where that has other bytes by now.
    func settleLeftovers(
        of step: Step, in workspace: borrowing Workspace, of repository: borrowing Repository
    ) throws(GitError) {
        try settle(stagedName, in: workspace.state, step, workspace, repository)
        guard let folder = try? parent(in: workspace.work) else { return }
        try settle(neighbourName, in: folder, step, workspace, repository)
    }
}

extension WorkFile {
    private func put(
        _ bytes: [UInt8], _ old: ObjectID?, _ folder: borrowing Folder,
        _ staging: borrowing Folder, _ staged: String, _ repository: borrowing Repository
    ) throws(GitError) {
        let permissions = try folder.status(of: path.name)?.permissions
        try staging.write(bytes, to: staged, permissions: permissions, repository.durability)
        do throws(GitError) {
            if let old {
                try exchange(old, folder, staging, staged, repository)
            } else {
                try staging.link(staged, to: folder, as: path.name)
            }
        } catch {
            // It may be the old file by now, with what somebody saved in it.
            if (try? id(of: staged, in: staging, [], repository)) == ObjectID.hash(ofBlob: bytes) {
                try? staging.removeFile(staged)
            }
            throw error.isSystem(EEXIST) ? .inTheWay(path) : error
        }
        try staging.removeFile(staged)
    }

    /// Swaps the two files, and swaps them back when the old one is not what it must be.
    private func exchange(
        _ old: ObjectID, _ folder: borrowing Folder, _ staging: borrowing Folder,
        _ staged: String, _ repository: borrowing Repository
    ) throws(GitError) {
        do throws(GitError) {
            try staging.exchange(staged, with: path.name, in: folder)
        } catch {
            guard error.isSystem(EINVAL, ENOSYS, ENOTSUP) else { throw error }
            return try overwrite(old, folder, staging, staged, repository)
        }
        guard try id(of: staged, in: staging, [old], repository) != old else { return }
        try staging.exchange(staged, with: path.name, in: folder)
        throw .dirty(path)
    }

    /// Replaces the file on file systems that cannot swap.
    private func overwrite(
        _ old: ObjectID, _ folder: borrowing Folder, _ staging: borrowing Folder,
        _ staged: String, _ repository: borrowing Repository
    ) throws(GitError) {
        guard try id(of: path.name, in: folder, [old], repository) == old else {
            throw .dirty(path)
        }
        try staging.move(staged, to: folder, as: path.name)
    }

    private func remove(
        _ old: ObjectID, _ folder: borrowing Folder, _ staging: borrowing Folder,
        _ aside: String, _ repository: borrowing Repository
    ) throws(GitError) {
        try folder.move(path.name, to: staging, as: aside)
        guard try id(of: aside, in: staging, [old], repository) == old else {
            try staging.link(aside, to: folder, as: path.name)
            try staging.removeFile(aside)
            throw .dirty(path)
        }
        try staging.removeFile(aside)
    }

    private func settle(
        _ name: String, in staging: borrowing Folder, _ step: Step,
        _ workspace: borrowing Workspace, _ repository: borrowing Repository
    ) throws(GitError) {
        guard try staging.status(of: name)?.isFile == true else { return }
        let known = [step.before, step.after].compactMap { $0?.id }
        if try !step.knows(id: id(of: name, in: staging, known, repository)),
            try !isHalfWritten(name, in: staging, step, repository)
        {
            let place = try state(in: workspace, of: repository, known: known)
            try putBack(name, in: staging, where: place, step, workspace)
        }
        try staging.removeFile(name)
    }

    /// Whether a file holds the beginning of what the step was to write.
    private func isHalfWritten(
        _ name: String, in staging: borrowing Folder, _ step: Step,
        _ repository: borrowing Repository
    ) throws(GitError) -> Bool {
        guard let after = step.after, let bytes = try staging.bytes(of: name) else { return false }
        return try repository.blob(after.id).starts(with: bytes)
    }

    /// Gives bytes of somebody else their place again; keeps a copy where that is taken.
    private func putBack(
        _ name: String, in staging: borrowing Folder, where place: WorkState, _ step: Step,
        _ workspace: borrowing Workspace
    ) throws(GitError) {
        do throws(GitError) {
            let folder = try makeParent(in: workspace.work, workspace.durability)
            switch place {
            case .missing: return try staging.link(name, to: folder, as: path.name)
            case .file(let id) where step.knows(id: id):
                return try staging.exchange(name, with: path.name, in: folder)
            default: break
            }
        } catch {
            guard error.isSystem(EEXIST, EINVAL, ENOSYS, ENOTSUP, ENOENT) else { throw error }
        }
        _ = try SavedFile.keep(name, of: staging, as: path.text, in: workspace.state)
    }

    private func id(
        of name: String, in folder: borrowing Folder, _ known: [ObjectID],
        _ repository: borrowing Repository
    ) throws(GitError) -> ObjectID {
        let bytes = try folder.bytes(of: name) ?? []
        let plain = ObjectID.hash(ofBlob: bytes)
        guard !known.isEmpty, !known.contains(plain) else { return plain }
        let converted = try repository.idAsStored(bytes, at: path)
        return known.contains(converted) ? converted : plain
    }

    private func sharesDevice(
        _ folder: borrowing Folder, _ other: borrowing Folder
    ) throws(GitError) -> Bool {
        try folder.status(of: ".")?.device == other.status(of: ".")?.device
    }
}
