public import Foundation

/// Moments as the files of a memory write them: ISO 8601, UTC, whole seconds.
public enum Timestamp {
    /// The text of a moment, such as `2026-11-22T10:04:05Z`.
    public static func text(_ date: Date) -> String { date.formatted(.iso8601) }

    /// The moment of a text, with a zone; nil for anything else.
    public static func date(_ text: String) -> Date? {
        try? Date(text, strategy: .iso8601)
    }

    /// The end of a day, UTC, such as `2026-11-22`, or of a moment; nil for anything else.
    static func endOfDay(_ text: String) -> Date? {
        guard text.utf8.count == "2026-11-22".utf8.count else { return date(text) }
        return date("\(text)T23:59:59Z")
    }
}
