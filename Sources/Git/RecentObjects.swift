#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Second names of the objects that were written last, from which they come back.
///
/// `git prune` takes what nothing reaches at the moment when it looks, and a branch may hold on to that
/// by the time when it is taken. The names lie in numbered folders, the highest being the newest.
final class RecentObjects {
    private let common: String
    private var latest: Latest?
    /// The names given since the last look at them.
    private var fresh: [ObjectID] = []

    /// The folder that takes the next name.
    private struct Latest: ~Copyable {
        let folder: Folder
        var count: Int
    }

    private static let name = "objects"
    /// How many names a folder holds.
    private static let size = 256
    /// How long a folder stays once nothing is added, in seconds: longer than a prune takes.
    private static let age = 120
    /// How often all names are looked at, in nanoseconds.
    private static let rest = 100_000_000

    init(inCommonFolder path: String) { common = path }

    /// Gives a file a second name; where the file system has none, it does without.
    ///
    /// - Returns: Whether the file was still there.
    func keep(_ file: String, of holder: borrowing Folder, as id: ObjectID) -> Bool {
        do throws(GitError) {
            try link(file, of: holder, as: id)
            fresh.append(id)
            return true
        } catch {
            return !error.isSystem(ENOENT)
        }
    }

    private func link(
        _ file: String, of holder: borrowing Folder, as id: ObjectID
    ) throws(GitError) {
        do throws(GitError) {
            if (latest?.count ?? Self.size) >= Self.size { latest = try newest() }
            _ = try latest?.folder.take(file, from: holder, as: id.description)
        } catch {
            // Another process has removed the folder.
            guard error.isSystem(ENOENT) else { throw error }
            latest = try newest()
            _ = try latest?.folder.take(file, from: holder, as: id.description)
        }
        latest?.count += 1
    }

    /// The file of an object; nil when it is not among them.
    func bytes(of id: ObjectID) -> [UInt8]? {
        guard let all = try? opened(), let numbers = try? Self.numbers(in: all) else { return nil }
        for number in numbers {
            do throws(GitError) {
                let folder = try all.subfolder("\(number)")
                if let bytes = try folder?.bytes(of: id.description) { return bytes }
            } catch {
                continue
            }
        }
        return nil
    }

    /// Puts back what git took of what this process wrote since it last asked; where something is
    /// missing, looks at all.
    func putBackFresh(into objects: borrowing Folder, _ isPacked: (ObjectID) -> Bool) {
        defer { fresh = [] }
        do throws(GitError) {
            for id in fresh where try !LooseObjects.isThere(id, in: objects) && !isPacked(id) {
                return try putBackAll(into: objects, isPacked)
            }
        } catch {
            return
        }
    }

    /// Puts back what git took, and lets go of what is in a pack by now, unless somebody has just
    /// looked; while the process lock is held.
    func putBack(into objects: borrowing Folder, _ isPacked: (ObjectID) -> Bool) {
        do throws(GitError) {
            guard let all = try opened(), let last = try all.status(of: ".")?.modified,
                let now = try now()
            else { return }
            let passed = (now.tv_sec - last.tv_sec) * 1_000_000_000 + now.tv_nsec - last.tv_nsec
            guard abs(passed) >= Self.rest else { return }
            utimensat(all.descriptor, ".", nil, 0)
            try putBackAll(into: objects, isPacked)
        } catch {
            return
        }
    }

    private func putBackAll(
        into objects: borrowing Folder, _ isPacked: (ObjectID) -> Bool
    ) throws(GitError) {
        guard let all = try opened(), let now = try now() else { return }
        for (place, number) in try Self.numbers(in: all).enumerated() {
            guard let folder = try all.subfolder("\(number)"),
                let last = try folder.status(of: ".")?.modified
            else { continue }
            // What a person purged shall not come back.
            if last.tv_sec + Self.age < now.tv_sec { return try all.removeAll("\(number)") }
            let isTaken = try Self.putBack(folder, into: objects, isPacked)
            // A prune takes young ones too, or none.
            if place > 0, !isTaken { return }
        }
    }

    /// When the process lock was last taken.
    private func now() throws(GitError) -> timespec? {
        try Folder.open(common).subfolder(Workspace.stateName)?.status(of: ProcessLock.name)?
            .modified
    }

    private static func putBack(
        _ folder: borrowing Folder, into objects: borrowing Folder, _ isPacked: (ObjectID) -> Bool
    ) throws(GitError) -> Bool {
        var isTaken = false
        for name in try folder.names() {
            let (holder, file) = (String(name.prefix(2)), String(name.dropFirst(2)))
            guard let id = ObjectID(hex: name),
                try objects.status(of: "\(holder)/\(file)") == nil
            else { continue }
            if isPacked(id) {
                try folder.removeFile(name)
            } else {
                try folder.link(name, to: objects.makeSubfolder(holder, .relaxed), as: file)
                isTaken = true
            }
        }
        return isTaken
    }

    private func opened() throws(GitError) -> Folder? {
        try Folder.open(common).subfolder(Workspace.stateName)?.subfolder(Self.name)
    }

    /// The folder that takes the next name, a new one where the newest is full.
    private func newest() throws(GitError) -> Latest {
        let all = try Folder.open(common).makeSubfolder(Workspace.stateName, .relaxed)
            .makeSubfolder(Self.name, .relaxed)
        let numbers = try Self.numbers(in: all)
        if let number = numbers.first, let folder = try all.subfolder("\(number)") {
            let count = try folder.names().count
            if count < Self.size { return Latest(folder: folder, count: count) }
        }
        let name = "\((numbers.first ?? -1) + 1)"
        let folder = try all.makeSubfolder(name, .relaxed)
        try Self.removeOld(numbers, in: all, than: name)
        return Latest(folder: folder, count: 0)
    }

    /// Removes two old folders at most, so that no writer waits long.
    private static func removeOld(
        _ numbers: [Int], in all: borrowing Folder, than newest: String
    ) throws(GitError) {
        guard let now = try all.status(of: newest)?.modifiedSeconds else { return }
        for name in numbers.dropFirst().suffix(2).map(String.init) {
            guard let status = try all.status(of: name), status.modifiedSeconds + age < now else {
                continue
            }
            try all.removeAll(name)
        }
    }

    /// The newest first.
    private static func numbers(in all: borrowing Folder) throws(GitError) -> [Int] {
        try all.names().compactMap { Int($0) }.sorted(by: >)
    }
}

extension Folder {
    /// Gives a file a second name in this folder; one that has it already is left as it is.
    fileprivate func take(
        _ file: String, from holder: borrowing Folder, as name: String
    ) throws(GitError) {
        do throws(GitError) {
            try holder.link(file, to: self, as: name)
        } catch {
            guard error.isSystem(EEXIST) else { throw error }
        }
    }
}
