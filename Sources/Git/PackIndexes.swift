#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Checks the indexes of packs against their sums before libgit2 trusts them.
///
/// With a flipped bit in one, libgit2 may read outside of its memory. What was checked once is
/// remembered in `.git/etude/packs` until the file changes.
enum PackIndexes {
    static let memoName = "packs"

    /// - Throws: A ``GitError`` with the code `.damagedPack`.
    static func check(in objects: String, of repository: String) throws(GitError) {
        guard let packs = try Folder.open(objects).subfolder("pack") else { return }
        let state = try Folder.open(repository).subfolder(Workspace.stateName)
        let known = try lines(state?.bytes(of: memoName))
        var others = Set(known)
        var sound: [Substring] = []
        for name in try packs.names() where isIndex(name) {
            guard let status = try packs.status(of: name) else { continue }
            let mark = Substring("\(mark(of: status)) \(packs.path)/\(name)")
            if others.remove(mark) == nil { try check(name, in: packs) }
            sound.append(mark)
        }
        others = others.filter { !$0.contains(" \(packs.path)/") }
        guard Set(known) != others.union(sound), let state else { return }
        remember(others.union(sound), in: state)
    }
}

extension PackIndexes {
    static let ofSeveralPacks = "multi-pack-index"

    private static func isIndex(_ name: String) -> Bool {
        name.hasSuffix(".idx") || name == ofSeveralPacks
    }

    private static func check(_ name: String, in packs: borrowing Folder) throws(GitError) {
        guard try SHA1.sumHolds(of: name, in: packs) == false else { return }
        throw GitError(
            code: .damagedPack, function: "PackIndexes",
            message: "'\(packs.path)/\(name)' is damaged")
    }

    /// Tells a file from every other, and from itself once it is written to.
    private static func mark(of status: FileStatus) -> String {
        let (raw, changed, modified) = (status.raw, status.changed, status.modified)
        return "\(raw.st_ino) \(raw.st_size) \(changed.tv_sec).\(changed.tv_nsec) "
            + "\(modified.tv_sec).\(modified.tv_nsec)"
    }

    private static func lines(_ bytes: [UInt8]?) -> [Substring] {
        String(decoding: bytes ?? [], as: UTF8.self).split(separator: "\n")
    }

    /// Not remembering costs time alone, as where the repository may not be written.
    private static func remember(_ lines: Set<Substring>, in folder: borrowing Folder) {
        let text = lines.sorted().map { $0 + "\n" }.joined()
        let draft = "\(memoName).\(getpid())"
        do throws(GitError) {
            try folder.write(Array(text.utf8), to: draft, .relaxed)
            try folder.move(draft, to: folder, as: memoName)
        } catch {
            try? folder.removeFile(draft)
        }
    }
}
