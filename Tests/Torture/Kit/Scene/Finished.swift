/// What became of a program.
public struct Finished: Sendable {
    /// How a program ended.
    public enum Ending: Hashable, Sendable {
        /// It ended by itself, with this status.
        case exited(Int32)
        /// A signal ended it.
        case signaled(Int32)
        /// It did not end in time, and was killed for that.
        case hung
    }

    let ending: Ending
    let output: String
    let errors: String

    /// Whether it said that it did what it was asked.
    var succeeded: Bool { ending == .exited(0) }

    /// The first line of what it complained about.
    var complaint: String { errors.split(separator: "\n").first.map(String.init) ?? "" }

    /// The ending in words.
    var words: String {
        switch ending {
        case .exited(let status): "exit \(status)"
        case .signaled(let signal): "signal \(signal)"
        case .hung: "no end"
        }
    }
}
