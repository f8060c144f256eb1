public import struct Foundation.Date

extension Date {
    /// The day in UTC, counted from 1970.
    public var day: Int { Int((timeIntervalSince1970 / 86_400).rounded(.down)) }
}
