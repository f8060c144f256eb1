public import Foundation

/// Moments as the files of a memory write them: ISO 8601, UTC, whole seconds.
public enum Timestamp {
    /// The text of a moment, such as `2026-11-22T10:04:05Z`.
    public static func text(_ date: Date) -> String { date.formatted(.iso8601) }

    /// The moment of a text, with a zone such as `Z` or `+02:00`; nil for anything else.
    public static func date(_ text: String) -> Date? {
        let clock = text.prefix("2026-11-22T10:04:05".count)
        guard let date = try? Date(text, strategy: .iso8601),
            let offset = secondsEast(text.dropFirst(clock.count))
        else { return nil }
        // The strategy takes 30 February for 2 March, and stops at what it does not know.
        return Self.text(date.addingTimeInterval(offset)).hasPrefix(clock) ? date : nil
    }

    private static func secondsEast(_ zone: Substring) -> Double? {
        if zone == "Z" { return 0 }
        let parts = zone.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
        guard zone.hasPrefix("+") || zone.hasPrefix("-"), parts.map(\.count) == [2, 2],
            let hours = Double(parts[0]), let minutes = Double(parts[1])
        else { return nil }
        return (hours * 60 + minutes) * (zone.hasPrefix("+") ? 60 : -60)
    }

    /// The end of a day, UTC, such as `2026-11-22`, or of a moment; nil for anything else.
    static func endOfDay(_ text: String) -> Date? {
        guard text.utf8.count == "2026-11-22".utf8.count else { return date(text) }
        return date("\(text)T23:59:59Z")
    }

    /// The day that a moment ends, such as `2026-11-22`; else the moment.
    static func dayOrMoment(_ date: Date) -> String {
        let day = String(text(date).prefix { $0 != "T" })
        return endOfDay(day) == date ? day : text(date)
    }
}
