import EtudeGit
import EtudeStore
import Foundation
import SystemPackage

/// A file of what can be derived anew, which is replaced as a whole.
struct DerivedFile {
    let path: String
    let location: MemoryLocation

    /// How much is written at a time.
    ///
    /// Linux keeps what one call wrote in one piece, and gives whoever maps the file the whole piece for
    /// each byte that is touched: with large calls, a look-up held half the index.
    private static let pieceSize = 1 << 16

    /// Puts `bytes` in the place of the file.
    ///
    /// A failure costs speed alone and is not reported. Nothing is synced: a file that a power cut spoils
    /// fails its checksum, and is made again.
    func write(_ bytes: Data) {
        try? FileManager.default.createDirectory(
            atPath: location.derivedFolder, withIntermediateDirectories: true)
        let draft = "\(path).\(getpid())"
        do {
            let descriptor = try FileDescriptor.open(
                FilePath(draft), .writeOnly, options: [.create, .exclusiveCreate],
                permissions: [.ownerReadWrite, .groupReadWrite, .otherReadWrite])
            try descriptor.closeAfter {
                for start in stride(from: 0, to: bytes.count, by: Self.pieceSize) {
                    let end = min(bytes.count, start + Self.pieceSize)
                    _ = try descriptor.writeAll(
                        bytes[bytes.startIndex + start..<bytes.startIndex + end])
                }
            }
            if unsafe rename(draft, path) != 0 { throw Errno(rawValue: errno) }
        } catch {
            try? FileManager.default.removeItem(atPath: draft)
        }
    }

    /// The drafts of processes that died while they wrote one.
    var drafts: [String] {
        let names = try? FileManager.default.contentsOfDirectory(atPath: location.derivedFolder)
        let start = "\(path.split(separator: "/").last ?? "")."
        return (names ?? []).filter { name in
            guard name.hasPrefix(start), let process = Int32(name.dropFirst(start.count)) else {
                return false
            }
            return !GitFolders.isAlive(process: process)
        }.sorted().map { "\(location.derivedFolder)/\($0)" }
    }
}
