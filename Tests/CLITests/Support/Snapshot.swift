import Foundation
import Testing

/// Files that recorded output is compared with.
enum Snapshot {
    /// Compares a text with a file of the folder `Snapshots`.
    ///
    /// With `ETUDE_RECORD=1` in the environment it writes the file, and fails.
    static func expect(
        _ text: String, in name: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let file = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Snapshots").appending(path: name)
        if ProcessInfo.processInfo.environment["ETUDE_RECORD"] == "1" {
            try Data(text.utf8).write(to: file)
            Issue.record("recorded \(name)", sourceLocation: sourceLocation)
        }
        let known = try String(contentsOf: file, encoding: .utf8)
        #expect(text == known, sourceLocation: sourceLocation)
    }
}
