import Foundation

/// One line of the table.
enum Row {
    /// Prints what was measured, and how many times faster it is than its peer.
    static func print(
        _ name: String, _ ours: Double, beside peer: (name: String, time: Double)? = nil
    ) {
        let label = name.padding(toLength: 44, withPad: " ", startingAt: 0)
        var line = label + String(format: "%9.3f", ours)
        if let peer {
            line += String(format: "   %@ %.3f, %.1f times", peer.name, peer.time, peer.time / ours)
        }
        Swift.print(line)
    }
}
