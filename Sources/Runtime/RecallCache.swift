import EtudeGit
import EtudeRecall
import EtudeStore
import Foundation
import SystemPackage

/// The derived file that lets a recall answer without opening the repository.
struct RecallCache {
    let location: MemoryLocation

    private var file: String { location.derivedFile("index") }

    /// The index as it was last written, whatever revision it is for; nil when there is none.
    ///
    /// The file is mapped, not read: it never changes, for whoever writes a new one puts that in its
    /// place.
    func load() -> RecallIndex? {
        guard let bytes = try? Data(contentsOf: URL(filePath: file), options: .alwaysMapped) else {
            return nil
        }
        return RecallIndex(bytes: bytes)
    }

    /// Whether there is a file that holds no index, or one that is not as it was written.
    var isDamaged: Bool {
        guard let index = load() else { return FileManager.default.fileExists(atPath: file) }
        do throws(RecallError) { try index.verify() } catch { return true }
        return false
    }

    /// The drafts of processes that died while they wrote one.
    var drafts: [String] {
        let names = try? FileManager.default.contentsOfDirectory(atPath: location.derivedFolder)
        let start = "\(file.split(separator: "/").last ?? "")."
        return (names ?? []).filter { name in
            guard name.hasPrefix(start), let process = Int32(name.dropFirst(start.count)) else {
                return false
            }
            return !GitFolders.isAlive(process: process)
        }.sorted().map { "\(location.derivedFolder)/\($0)" }
    }

    /// Deletes what can be derived anew.
    func clean() throws(Failure) {
        for path in drafts + (isDamaged ? [file] : []) {
            do { try FileManager.default.removeItem(atPath: path) } catch {
                throw Failure("'\(path)' cannot be deleted", hint: "delete it by hand")
            }
        }
    }

    /// Whether `index` is for the commit that the branch points to; reads no git object.
    func isCurrent(_ index: RecallIndex) -> Bool {
        guard case .at(_, let tip)? = TipReader.tip(inFolder: location.gitFolder) else {
            return false
        }
        return index.revision == tip
    }

    /// Keeps `index`.
    ///
    /// A failure costs speed alone and is not reported.
    func save(_ index: RecallIndex) {
        try? FileManager.default.createDirectory(
            atPath: location.derivedFolder, withIntermediateDirectories: true)
        let draft = "\(file).\(getpid())"
        do {
            // Not synced: a file that a power cut spoils fails its checksum, and is made again.
            let descriptor = try FileDescriptor.open(
                FilePath(draft), .writeOnly, options: [.create, .exclusiveCreate],
                permissions: [.ownerReadWrite, .groupRead, .otherRead])
            _ = try descriptor.closeAfter { try descriptor.writeAll(index.bytes) }
            if unsafe rename(draft, file) != 0 { throw Errno(rawValue: errno) }
        } catch {
            try? FileManager.default.removeItem(atPath: draft)
        }
    }
}

extension RecallIndex {
    /// The strategies that fit, with damage worded for people.
    func wordedHits(for query: Query) throws(Failure) -> [Hit] {
        do throws(RecallError) { return try hits(for: query) } catch { throw Failure(error) }
    }
}

extension Failure {
    /// Words why an index could not answer.
    init(_ error: RecallError) {
        switch error {
        case .damaged:
            self.init(
                "the index of the memory is damaged",
                hint: "run 'etude doctor --fix', which makes it anew")
        }
    }
}
