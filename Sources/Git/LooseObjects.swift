import Synchronization

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// The loose objects of a repository, read and written in the place of libgit2.
///
/// libgit2 never returns from an object that is cut short, and writes past its memory for one that
/// understates its size (its issues 7342 and 7177). Here an object is whole or damaged.
final class LooseObjects {
    private let folder: Folder
    private let durability: Durability
    private let recent: RecentObjects?
    /// Folders with names that a power cut could still take.
    private var unsynced: Set<String> = []
    /// How many objects were written.
    private(set) var written = 0
    /// Why the last call failed; libgit2 keeps no more than a text.
    var failure: GitError?

    /// How many drafts this process has made, whose names have to differ.
    private static let drafts = Atomic<Int>(0)

    /// Git removes an empty folder or an unused file at any moment, so that a step may have to be
    /// done again.
    private static let attempts = 16

    init(
        in path: String, _ durability: Durability, _ recent: RecentObjects? = nil
    ) throws(GitError) {
        folder = try Folder.open(path)
        self.recent = recent
        self.durability = durability
    }

    /// Returns an object; nil when there is none of this name.
    ///
    /// - Throws: A ``GitError``: `.damagedObject`, or that of a system call.
    func object(_ id: ObjectID) throws(GitError) -> LooseObject? {
        try whole(try bytes(of: id) ?? recent?.bytes(of: id), id)
    }

    private func bytes(of id: ObjectID) throws(GitError) -> [UInt8]? {
        let (holder, name) = Self.place(of: id)
        return try folder.subfolder(holder)?.bytes(of: name)
    }

    private func whole(_ packed: [UInt8]?, _ id: ObjectID) throws(GitError) -> LooseObject? {
        guard let packed else { return nil }
        guard let object = LooseObject(packed: packed) else { throw .damagedObject(id) }
        return object
    }

    /// Puts back what `git prune` took of the objects that were written last.
    func putBackRecent(_ isPacked: (ObjectID) -> Bool) {
        recent?.putBack(into: folder, isPacked)
    }

    /// Puts back what `git prune` took of the objects that this process wrote since it last asked.
    func putBackFresh(_ isPacked: (ObjectID) -> Bool) {
        recent?.putBackFresh(into: folder, isPacked)
    }

    func isThere(_ id: ObjectID) throws(GitError) -> Bool {
        try Self.isThere(id, in: folder)
    }

    static func isThere(_ id: ObjectID, in folder: borrowing Folder) throws(GitError) -> Bool {
        let (holder, name) = place(of: id)
        return try folder.status(of: "\(holder)/\(name)") != nil
    }

    /// The names that begin with the first `count` digits of `start`, at least two.
    func names(startingWith start: ObjectID, _ count: Int) throws(GitError) -> [ObjectID] {
        let digits = start.description.prefix(count)
        let holder = String(digits.prefix(2))
        return try folder.subfolder(holder)?.names().compactMap { ObjectID(hex: holder + $0) }
            .filter { $0.description.hasPrefix(digits) } ?? []
    }

    /// Keeps an object, in the place of a damaged one of that name.
    func write(_ object: LooseObject, as id: ObjectID) throws(GitError) {
        guard let packed = object.packed else {
            throw GitError(errno: ENOMEM, in: "compress2", on: folder.path)
        }
        for _ in 1..<Self.attempts where try place(packed, as: id) { return }
        guard try place(packed, as: id) else {
            throw GitError(errno: ENOENT, in: "renameat", on: folder.path)
        }
    }

    /// The objects whose files do not hold what their names say, sorted; those that are too large to
    /// be read are left out.
    func damaged() throws(GitError) -> [ObjectID] {
        var damaged: [ObjectID] = []
        for holder in try folder.names().filter({ $0.utf8.count == 2 }).sorted() {
            guard let folder = try folder.subfolder(holder) else { continue }
            for name in try folder.names().sorted() {
                // One that is gone by now is in a pack.
                guard let id = ObjectID(hex: holder + name), let packed = try folder.bytes(of: name)
                else { continue }
                if Self.isDamaged(packed, id) { damaged.append(id) }
            }
        }
        return damaged
    }

    /// Whether an object has a file, and that does not hold what its name says.
    func isDamaged(_ id: ObjectID) throws(GitError) -> Bool {
        try bytes(of: id).map { Self.isDamaged($0, id) } ?? false
    }

    private static func isDamaged(_ packed: [UInt8], _ id: ObjectID) -> Bool {
        LooseObject(packed: packed)?.id != id && !LooseObject.isTooLarge(packed: packed)
    }

    /// Removes the file of an object, and keeps it aside.
    ///
    /// - Returns: Where it is kept.
    func putAside(_ id: ObjectID, in state: borrowing Folder) throws(GitError) -> String? {
        let (holder, name) = Self.place(of: id)
        guard let holder = try folder.subfolder(holder) else { return nil }
        let kept = try SavedFile.keep(name, of: holder, as: "object.\(id)", in: state)
        try holder.removeFile(name)
        return kept
    }

    /// Tells git that an object is in use, which keeps it from being pruned.
    ///
    /// - Returns: Whether the object is there and as its name says; one that is not is to be written
    ///   again.
    func freshen(_ id: ObjectID) throws(GitError) -> Bool {
        let (holder, name) = Self.place(of: id)
        do throws(GitError) {
            guard let object = try whole(bytes(of: id), id), object.id == id,
                let holder = try folder.subfolder(holder),
                utimensat(holder.descriptor, name, nil, AT_SYMLINK_NOFOLLOW) == 0
            else { return false }
            return recent?.keep(name, of: holder, as: id) ?? true
        } catch {
            guard error.code == .damagedObject else { throw error }
            return false
        }
    }

    /// Makes what was written survive a power cut.
    func sync() throws(GitError) {
        for name in unsynced { try folder.subfolder(name)?.sync() }
        unsynced = []
    }

    /// Writes beside the place and renames; false when git removed something in between.
    ///
    /// The second name comes first: git may take the object as soon as it is in its place.
    private func place(_ packed: [UInt8], as id: ObjectID) throws(GitError) -> Bool {
        let (holderName, name) = Self.place(of: id)
        let isNew = try folder.status(of: holderName) == nil
        do throws(GitError) {
            let holder = try folder.makeSubfolder(holderName, .relaxed)
            written += 1
            let number = Self.drafts.wrappingAdd(1, ordering: .relaxed).newValue
            let draft = "tmp_obj_etude_\(getpid())_\(number)"
            do throws(GitError) {
                try holder.create(draft, packed, permissions: Self.permissions, durability)
                guard recent?.keep(draft, of: holder, as: id) ?? true else { return false }
                try holder.move(draft, to: holder, as: name)
            } catch {
                // A process of another container may have our number.
                if error.isSystem(EEXIST) { return false }
                try? holder.removeFile(draft)
                throw error
            }
        } catch {
            guard error.isSystem(ENOENT) else { throw error }
            return false
        }
        if durability == .durable {
            unsynced.insert(holderName)
            if isNew { unsynced.insert(".") }
        }
        return true
    }

    private static let permissions: mode_t = 0o444

    private static func place(of id: ObjectID) -> (folder: String, name: String) {
        let digits = id.description
        return (String(digits.prefix(2)), String(digits.dropFirst(2)))
    }
}
