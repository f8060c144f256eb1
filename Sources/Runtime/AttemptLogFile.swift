import EtudeRecall
import EtudeStore
import Foundation
import SystemPackage

/// Accounts of an agent's traces that follow each other.
struct TraceStretch {
    let agent: String
    /// The commit before the first; nil where there is none.
    let after: String?
    let accounts: [Account]
}

/// The derived file that spares reading the traces of a memory.
///
/// What is in the file comes before what is in memory: every writer takes in what others added before
/// it adds its own.
struct AttemptLogFile {
    let location: MemoryLocation

    private var path: String { location.derivedFile("attempts") }

    /// How long a writer waits for another; what it cannot add, the next one does.
    private static let patience = Duration.milliseconds(500)

    /// The log up to `mark`, or whole where there is none; nil when the file is missing or damaged.
    func load(upTo mark: AttemptMark?, limit: Int) -> AttemptLog? {
        guard let bytes = FileManager.default.contents(atPath: path) else { return nil }
        return AttemptLog(bytes: bytes, upTo: mark, limit: limit)
    }

    /// Whether there is a file that is no log, or not as it was written.
    var isDamaged: Bool {
        FileManager.default.fileExists(atPath: path) && load(upTo: nil, limit: .max) == nil
    }

    /// What came of adding to the file.
    enum Outcome {
        /// All is there; what that changes.
        case added(AttemptLog.Change)
        /// Others were first, and what they added was taken in; what that changes.
        case overtaken(AttemptLog.Change)
    }

    /// Takes in what others added, and then adds stretches of traces and takes them in, unless one of
    /// them does not follow what is known of its agent by then.
    ///
    /// - Returns: What came of it; nil when the file cannot be read or written, so that `log` is of no use
    ///   any more.
    func add(_ stretches: [TraceStretch], to log: inout AttemptLog) -> Outcome? {
        try? holdingLock(&log) { file, log in
            guard let seen = log.advance(by: try rest(of: file, from: log.bytes.count)) else {
                return nil
            }
            guard stretches.allSatisfy({ log.tip(of: $0.agent) == $0.after }) else {
                return .overtaken(seen)
            }
            let end = log.bytes.count
            let change = log.takeIn(stretches.flatMap(\.accounts))
            _ = try file.writeAll(toAbsoluteOffset: Int64(end), log.bytes[end...])
            return .added(seen.followed(by: change))
        }
    }

    /// Leaves out of the file what counts no longer, where that is most of it.
    func compact(_ log: inout AttemptLog) {
        guard log.isWorthCompacting else { return }
        let compact: AttemptLog? = try? holdingLock(&log) { file, log in
            guard try rest(of: file, from: log.bytes.count).isEmpty else { return nil }
            let compact = log.compacted()
            replace(with: compact)
            return compact
        }
        if let compact { log = compact }
    }

    /// Puts `log` in the place of the file.
    ///
    /// A failure costs speed alone and is not reported.
    func replace(with log: AttemptLog) {
        DerivedFile(path: path, location: location).write(log.bytes)
    }

    /// Runs `body` while no other process writes to the file; nil where that is not to be had.
    ///
    /// Where another file was put in its place meanwhile, `log` becomes that of the new one.
    private func holdingLock<Result>(
        _ log: inout AttemptLog, _ body: (FileDescriptor, inout AttemptLog) throws -> Result?
    ) throws -> Result? {
        for _ in 0..<3 {
            let file = try FileDescriptor.open(FilePath(path), .readWrite)
            defer { try? file.close() }
            guard lock(file) else { return nil }
            if isCurrent(file), try holds(log, in: file) { return try body(file, &log) }
            guard let renewed = load(upTo: log.mark, limit: log.limit) else { return nil }
            log = renewed
        }
        return nil
    }

    private func lock(_ file: FileDescriptor) -> Bool {
        let deadline = ContinuousClock.now + Self.patience
        while flock(file.rawValue, LOCK_EX | LOCK_NB) != 0 {
            guard errno == EWOULDBLOCK || errno == EINTR, ContinuousClock.now < deadline else {
                return false
            }
            usleep(500)
        }
        return true
    }

    /// Whether the file still has its name: somebody may have put another in its place.
    private func isCurrent(_ file: FileDescriptor) -> Bool {
        var (ours, named) = (stat(), stat())
        return unsafe fstat(file.rawValue, &ours) == 0 && stat(path, &named) == 0
            && ours.st_ino == named.st_ino && ours.st_dev == named.st_dev
    }

    /// Whether the file begins like `log`, which is told by its last row.
    private func holds(_ log: AttemptLog, in file: FileDescriptor) throws -> Bool {
        let row = log.lastRow
        return try read(file, from: row.lowerBound, count: row.count) == log.bytes[row]
    }

    private func rest(of file: FileDescriptor, from offset: Int) throws -> Data {
        let size = Int(try file.seek(offset: 0, from: .end))
        return try read(file, from: offset, count: max(0, size - offset))
    }

    private func read(
        _ file: FileDescriptor, from offset: Int, count: Int
    ) throws -> Data {
        var bytes = [UInt8](repeating: 0, count: count)
        let read = try unsafe bytes.withUnsafeMutableBytes {
            try unsafe file.read(fromAbsoluteOffset: Int64(offset), into: $0)
        }
        return Data(bytes.prefix(read))
    }
}
