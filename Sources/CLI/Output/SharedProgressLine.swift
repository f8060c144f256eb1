import Synchronization

/// A progress line that tasks running side by side write to.
final class SharedProgressLine: Sendable {
    private let line = Mutex(ProgressLine())

    /// Shows `text` in place of what was there.
    func show(_ text: String) { line.withLock { $0.show(text) } }

    /// Clears the line.
    func clear() { line.withLock { $0.clear() } }
}
