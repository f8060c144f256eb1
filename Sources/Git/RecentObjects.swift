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
    private var latest: (number: Int, count: Int)?

    private static let name = "objects"
    /// How many names a folder holds.
    private static let size = 256
    /// How long a folder stays once nothing is added, in seconds: longer than a prune takes.
    private static let age = 120

    init(inCommonFolder path: String) { common = path }

    /// Gives a file a second name; where the file system has none, it does without.
    func keep(_ file: String, of holder: borrowing Folder, as id: ObjectID) {
        do throws(GitError) {
            try holder.link(file, to: currentFolder(), as: id.description)
            latest?.count += 1
        } catch {
            return
        }
    }

    /// The file of an object; nil when it is not among them.
    func bytes(of id: ObjectID) -> [UInt8]? {
        guard let all = try? opened(), let numbers = try? Self.numbers(in: all) else { return nil }
        for number in numbers {
            let folder = try? all.subfolder("\(number)")
            if let bytes = try? folder?.bytes(of: id.description) { return bytes }
        }
        return nil
    }

    /// Puts back what git took, and lets go of what is in a pack by now.
    func putBack(into objects: borrowing Folder, _ isPacked: (ObjectID) -> Bool) {
        do throws(GitError) {
            guard let all = try opened() else { return }
            for (age, number) in try Self.numbers(in: all).enumerated() {
                guard let folder = try all.subfolder("\(number)") else { continue }
                let isTaken = try Self.putBack(folder, into: objects, isPacked)
                // A prune takes young ones too, or none.
                if age > 0, !isTaken { return }
            }
        } catch {
            return
        }
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
    private func currentFolder() throws(GitError) -> Folder {
        let all = try Folder.open(common).makeSubfolder(Workspace.stateName, .relaxed)
            .makeSubfolder(Self.name, .relaxed)
        if let latest, latest.count < Self.size,
            let folder = try all.subfolder("\(latest.number)")
        {
            return folder
        }
        let numbers = try Self.numbers(in: all)
        let newest = numbers.first ?? 0
        if let folder = try all.subfolder("\(newest)"), try folder.names().count < Self.size {
            latest = (newest, try folder.names().count)
            return folder
        }
        let number = numbers.isEmpty ? 0 : newest + 1
        latest = (number, 0)
        let folder = try all.makeSubfolder("\(number)", .relaxed)
        try Self.removeOld(numbers, in: all, than: "\(number)")
        return folder
    }

    /// Removes two old folders at most, so that no writer waits long.
    private static func removeOld(
        _ numbers: [Int], in all: borrowing Folder, than newest: String
    ) throws(GitError) {
        guard let now = try all.status(of: newest)?.modified.tv_sec else { return }
        for name in numbers.dropFirst().suffix(2).map(String.init) {
            guard let status = try all.status(of: name), status.modified.tv_sec + age < now,
                let folder = try all.subfolder(name)
            else { continue }
            for file in try folder.names() { try folder.removeFile(file) }
            _ = all.removeEmptyFolder(name)
        }
    }

    /// The newest first.
    private static func numbers(in all: borrowing Folder) throws(GitError) -> [Int] {
        try all.names().compactMap { Int($0) }.sorted(by: >)
    }
}
