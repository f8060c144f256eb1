import Synchronization

/// Says how far an experiment is.
final class ExperimentTalk: Sendable {
    private let line = Mutex(ProgressLine())

    func tell(_ done: Int, of all: Int) {
        line.withLock { $0.show("\(done) of \(all) runs done") }
    }

    /// Clears the line that shows progress.
    func end() { line.withLock { $0.clear() } }
}
