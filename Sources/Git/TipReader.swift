#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Reads what a repository has checked out from its files alone, without starting libgit2.
///
/// Meant for commands that only ask whether the branch has moved.
public enum TipReader {
    /// What is checked out.
    public enum Tip: Hashable, Sendable {
        /// A commit, by its hexadecimal name; the branch is nil when HEAD is detached.
        case at(branch: String?, hex: String)
        /// A branch without a commit.
        case unborn
    }

    /// Returns the git folder of a working folder, following a `.git` file; nil without one.
    public static func gitFolder(ofTop top: String) -> String? {
        let path = top + "/.git"
        if isFolder(path) { return path }
        guard let text = text(of: path), text.hasPrefix("gitdir: ") else { return nil }
        return resolved(String(text.dropFirst("gitdir: ".count)), in: top)
    }

    /// Returns what is checked out in a git folder; nil when the files do not tell.
    public static func tip(inFolder gitFolder: String) -> Tip? {
        guard let reference = branch(inFolder: gitFolder) else {
            guard let head = text(of: gitFolder + "/HEAD"), isHex(head) else { return nil }
            return .at(branch: nil, hex: head)
        }
        let common = commonFolder(of: gitFolder)
        // Repositories that keep references in another format put a name there that never exists.
        guard reference.hasPrefix(prefix), reference != prefix + ".invalid" else { return nil }
        return tip(of: reference, inCommonFolder: common)
    }

    /// Returns the full name of the branch that HEAD names; nil when it names none.
    static func branch(inFolder gitFolder: String) -> String? {
        guard let head = text(of: gitFolder + "/HEAD"), head.hasPrefix("ref: ") else { return nil }
        return String(head.dropFirst("ref: ".count))
    }

    private static func tip(of reference: String, inCommonFolder folder: String) -> Tip? {
        let branch = String(reference.dropFirst(prefix.count))
        if let loose = text(of: folder + "/" + reference) {
            return isHex(loose) ? .at(branch: branch, hex: loose) : nil
        }
        guard isFolder(folder + "/refs") else { return nil }
        guard let packed = packedTip(of: reference, in: folder) else { return .unborn }
        return .at(branch: branch, hex: packed)
    }

    private static func packedTip(of reference: String, in folder: String) -> String? {
        let ending = " " + reference
        let lines = text(of: folder + "/" + PackedReferences.name)?.split(separator: "\n") ?? []
        let line = lines.first { $0.utf8.count == 40 + ending.utf8.count && $0.hasSuffix(ending) }
        return line.map { String($0.prefix(40)) }
    }

    /// Returns the folder that holds the branches: the git folder, or what a linked worktree names.
    public static func commonFolder(of gitFolder: String) -> String {
        guard let text = text(of: gitFolder + "/commondir") else { return gitFolder }
        return resolved(text, in: gitFolder)
    }

    private static let prefix = "refs/heads/"
}

extension TipReader {
    private static func resolved(_ path: String, in folder: String) -> String {
        path.hasPrefix("/") ? path : folder + "/" + path
    }

    private static func isHex(_ text: String) -> Bool {
        text.utf8.count == 40 && text.utf8.allSatisfy("0123456789abcdef".utf8.contains)
    }

    private static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// The text of a file without the white space at its end; nil when it cannot be read.
    private static func text(of path: String) -> String? {
        guard let slash = path.lastIndex(of: "/") else { return nil }
        let folder = try? Folder.open(String(path[..<slash]))
        guard let bytes = try? folder?.bytes(of: String(path[path.index(after: slash)...])) else {
            return nil
        }
        let end = bytes.lastIndex { $0 > UInt8(ascii: " ") } ?? -1
        return String(decoding: bytes[..<(end + 1)], as: UTF8.self)
    }
}
