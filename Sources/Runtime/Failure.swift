/// Something that went wrong, worded for a person: what, where, why, and what to do next.
public struct Failure: Error, Hashable, Sendable {
    /// What a process that fails this way exits with.
    public enum Kind: Int32, Hashable, Sendable {
        /// Refused, found wanting, or not found.
        case refused = 1
        /// Our own mistake.
        case bug = 70
        /// Busy; trying again helps.
        case busy = 75
    }

    /// A line of a file that the failure is about.
    public struct Spot: Hashable, Sendable {
        /// The file, from the top of the memory.
        public let path: String
        /// The line, from 1; nil for the whole file.
        public let line: Int?
        /// The column, from 1, in Unicode scalars.
        public let column: Int
        /// How many columns are meant.
        public let length: Int
        /// The line itself, safe to print.
        public let excerpt: String?

        /// Names a place.
        public init(
            path: String, line: Int? = nil, column: Int = 1, length: Int = 1, excerpt: String? = nil
        ) {
            self.path = path
            self.line = line
            self.column = column
            self.length = length
            self.excerpt = excerpt
        }
    }

    /// What went wrong, as one sentence.
    public let message: String
    /// Where.
    public let spot: Spot?
    /// Facts that explain it, one a line.
    public let details: [String]
    /// What to do next.
    public let hint: String?
    /// What a process exits with.
    public let kind: Kind

    /// Words a failure.
    public init(
        _ message: String, at spot: Spot? = nil, details: [String] = [], hint: String? = nil,
        kind: Kind = .refused
    ) {
        self.message = message
        self.spot = spot
        self.details = details
        self.hint = hint
        self.kind = kind
    }

    /// The whole text, as it is shown.
    public var text: String {
        var lines = ["error: \(message)"]
        if let spot { lines += Self.lines(of: spot) }
        lines += details.map { "  \($0)" }
        if let hint { lines.append("hint: \(hint)") }
        return lines.joined(separator: "\n")
    }

    private static func lines(of spot: Spot) -> [String] {
        guard let line = spot.line else { return [" --> \(spot.path)"] }
        let place = " --> \(spot.path):\(line):\(spot.column)"
        guard let excerpt = spot.excerpt else { return [place] }
        let margin = String(repeating: " ", count: "\(line)".count)
        let before = String(repeating: " ", count: max(0, spot.column - 1))
        let marker = String(
            repeating: "^", count: max(1, min(spot.length, max(1, excerpt.count - spot.column + 1)))
        )
        return [place, "\(line) | \(excerpt)", "\(margin) | \(before)\(marker)"]
    }
}
