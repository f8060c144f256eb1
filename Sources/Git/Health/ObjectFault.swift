/// An object of the newest commit that cannot be read.
public struct ObjectFault: Hashable, Sendable {
    /// The file or folder that it holds; nil for the top folder, and for the commit itself.
    public let path: String?
    /// Its name.
    public let id: ObjectID
    /// Whether it can be made again: a file from its work file, a folder perhaps from git's index.
    public let isCurable: Bool
    /// Why it cannot be read.
    public let error: GitError
}

extension Repository {
    /// Returns the objects that cannot be read of all that a commit needs, but not of its history.
    ///
    /// Reads every file of the commit; with a folder, looks only into it, and at the way to it.
    public func objectFaults(
        in commit: ObjectID, under folder: TreePath? = nil
    ) -> [ObjectFault] {
        do throws(GitError) {
            return faults(ofTree: try rootTree(of: commit), at: nil, folder?.components[...] ?? [])
        } catch {
            return [ObjectFault(path: nil, id: commit, isCurable: false, error: error)]
        }
    }

    private func faults(
        ofTree id: ObjectID, at path: String?, _ way: ArraySlice<String>
    ) -> [ObjectFault] {
        do throws(GitError) {
            let entries = try entries(ofTree: id).filter {
                way.first == nil || $0.name == way.first
            }
            return entries.flatMap { entry in
                let place = path.map { "\($0)/\(entry.name)" } ?? entry.name
                return entry.isFolder
                    ? faults(ofTree: entry.id, at: place, way.dropFirst())
                    : fault(of: entry, at: place)
            }
        } catch {
            return [ObjectFault(path: path, id: id, isCurable: true, error: error)]
        }
    }

    private func fault(of entry: TreeEntry, at path: String) -> [ObjectFault] {
        guard entry.mode != .submodule else { return [] }
        do throws(GitError) {
            _ = try blob(entry.id)
            return []
        } catch {
            return [
                ObjectFault(
                    path: path, id: entry.id, isCurable: isInWorkFile(entry.id, path), error: error)
            ]
        }
    }

    private func isInWorkFile(_ id: ObjectID, _ path: String) -> Bool {
        guard let path = TreePath(path), let work = try? Folder.open(workingFolder),
            let bytes = try? WorkFile(path).parent(in: work)?.bytes(of: path.name)
        else { return false }
        return ObjectID.hash(ofBlob: bytes) == id
    }
}
