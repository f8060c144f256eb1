import Foundation

/// So many a second.
enum Rate {
    static func text(_ count: Int, in time: Duration) -> String {
        String(format: "%.1f writes a second", Double(count) / (time / .seconds(1)))
    }
}
