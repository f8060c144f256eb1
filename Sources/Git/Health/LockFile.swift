/// A lock file that lies in a repository.
public struct LockFile: Hashable, Sendable {
    /// Who made it.
    public enum Holder: Hashable, Sendable {
        /// One of our processes, by the number in the file.
        case ours(process: Int32?, isAlive: Bool)
        /// It does not say.
        case unknown
    }

    /// The file.
    public let path: String
    /// Who made it.
    public let holder: Holder
    /// Tells it from the next lock of that name.
    let number: UInt64
}

extension GitFolders {
    private static let observation = Duration.milliseconds(300)

    /// Returns the locks of HEAD, the index, the settings and the references that stay for a while.
    ///
    /// git itself holds each for a moment. Sleeps only when there is one.
    public func lastingLocks() throws(GitError) -> [LockFile] {
        let first = try locks()
        guard !first.isEmpty else { return [] }
        Backoff.sleep(Self.observation)
        return try locks().filter(first.contains)
    }

    private func locks() throws(GitError) -> [LockFile] {
        let isWriting = try writer() != nil
        var locks: [LockFile] = []
        for path in Set([own, common]).sorted() {
            let folder = try Folder.open(path)
            for name in try folder.names().filter(Self.isLock).sorted() {
                try locks.append(contentsOf: Self.lock(name, in: folder, isWriting))
            }
        }
        guard let references = try Folder.open(common).subfolder("refs") else { return locks }
        for name in try references.filesBelow() where Self.isLock(name) {
            try locks.append(contentsOf: Self.lock(name, in: references, isWriting))
        }
        return locks
    }

    static let lockSuffix = ".lock"

    private static func isLock(_ name: String) -> Bool { name.hasSuffix(lockSuffix) }

    /// None when the lock is gone by now.
    private static func lock(
        _ name: String, in folder: borrowing Folder, _ isWriting: Bool
    ) throws(GitError) -> [LockFile] {
        guard let path = TreePath(name), let parent = try WorkFile(path).parent(in: folder),
            let status = try parent.status(of: path.name),
            let bytes = try parent.bytes(of: path.name)
        else { return [] }
        return [
            LockFile(
                path: "\(folder.path)/\(name)", holder: holder(bytes, isWriting),
                number: status.number)
        ]
    }

    /// Our mark counts only while its process writes, whoever has its number now.
    private static func holder(_ bytes: [UInt8], _ isWriting: Bool) -> LockFile.Holder {
        let text = String(decoding: bytes, as: UTF8.self)
        guard text.hasPrefix(IndexLock.mark) else { return .unknown }
        let number = text.dropFirst(IndexLock.mark.count).prefix { $0.isNumber }
        return .ours(process: Int32(number), isAlive: isWriting)
    }
}
