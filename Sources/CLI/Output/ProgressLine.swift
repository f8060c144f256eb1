import Foundation
import SystemPackage

/// One line on a terminal that says how far long work is; silent elsewhere.
struct ProgressLine {
    private let isTerminal = isatty(STDERR_FILENO) == 1
    private let start = ContinuousClock.now
    private var isShown = false

    /// Shows `text` in place of what was there, from 100 ms on.
    mutating func show(_ text: String) {
        guard isTerminal, ContinuousClock.now - start > .milliseconds(100) else { return }
        isShown = true
        write("\r\u{1B}[K\(text)")
    }

    /// Clears the line.
    mutating func clear() {
        if isShown { write("\r\u{1B}[K") }
        isShown = false
    }

    private func write(_ text: String) { Console.write(text, to: .standardError) }
}
