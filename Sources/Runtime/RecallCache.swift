import EtudeGit
import EtudeRecall
import EtudeStore
import Foundation

/// The derived files that let a recall answer without opening the repository: an index, and what
/// changed since it was written.
struct RecallCache {
    let location: MemoryLocation

    private var index: DerivedFile { file("index") }
    private var changes: DerivedFile { file("changes") }
    private var log: AttemptLogFile { AttemptLogFile(location: location) }

    private func file(_ name: String) -> DerivedFile {
        DerivedFile(path: location.derivedFile(name), location: location)
    }

    /// The index as it was last written, whatever revision it is for; nil when there is none.
    ///
    /// The files are mapped, not read: they never change, for whoever writes new ones puts those in
    /// their place.
    func load() -> RecallIndex? {
        guard let bytes = Self.mapped(index) else { return nil }
        return RecallIndex(bytes: bytes, changes: Self.mapped(changes))
    }

    private static func mapped(_ file: DerivedFile) -> Data? {
        try? Data(contentsOf: URL(filePath: file.path), options: .alwaysMapped)
    }

    /// Whether there is a file that holds no index, or one that is not as it was written.
    var isDamaged: Bool {
        guard let index = load() else {
            return FileManager.default.fileExists(atPath: self.index.path)
        }
        do throws(RecallError) { try index.verify() } catch { return true }
        return log.isDamaged
    }

    /// The drafts of processes that died while they wrote one.
    var drafts: [String] { [index, changes, file("attempts")].flatMap(\.drafts) }

    /// Deletes what can be derived anew.
    func clean() throws(Failure) {
        let damaged = isDamaged ? [index, changes, file("attempts")].map(\.path) : []
        for path in drafts + damaged where FileManager.default.fileExists(atPath: path) {
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

    /// Keeps what changed in `index`, and where `isWhole` the rest of it.
    ///
    /// A failure costs speed alone and is not reported.
    func save(_ index: RecallIndex, isWhole: Bool) {
        if isWhole { self.index.write(index.bytes) }
        if let bytes = index.changes { changes.write(bytes) }
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
