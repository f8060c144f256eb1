import Foundation
public import Testing

/// Files that recorded output is compared with.
public enum Snapshot {
    /// Compares a text with a file of the folder `Snapshots` beside the test, or above it.
    ///
    /// With `ETUDE_RECORD=1` in the environment it writes the file, and fails.
    public static func expect(
        _ text: String, in name: String, file: String = #filePath,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let recorded = folder(above: URL(filePath: file)).appending(path: name)
        if ProcessInfo.processInfo.environment["ETUDE_RECORD"] == "1" {
            try Data(text.utf8).write(to: recorded)
            Issue.record("recorded \(name)", sourceLocation: sourceLocation)
        }
        let known = try String(contentsOf: recorded, encoding: .utf8)
        #expect(text == known, sourceLocation: sourceLocation)
    }

    private static func folder(above place: URL) -> URL {
        let folder = place.deletingLastPathComponent()
        let snapshots = folder.appending(path: "Snapshots")
        guard folder.path != "/", !FileManager.default.fileExists(atPath: snapshots.path) else {
            return snapshots
        }
        return Self.folder(above: folder)
    }
}
