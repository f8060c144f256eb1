import EtudeRuntime
import Foundation

/// Results on standard output, talk on standard error.
enum Console {
    /// Prints a result.
    static func show(_ text: String) { write(text + "\n", to: .standardOutput) }

    /// Prints a message about the work.
    static func talk(_ text: String) { write(text + "\n", to: .standardError) }

    /// Prints a result as JSON.
    static func show(json value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .iso8601
        show(String(decoding: try encoder.encode(value), as: UTF8.self))
    }

    /// Reads standard input, or a file, at most `limit` bytes and one more.
    static func read(_ name: String, limit: Int) throws -> Data {
        if name == "-" { return try FileHandle.standardInput.read(upToCount: limit + 1) ?? Data() }
        guard let handle = FileHandle(forReadingAtPath: name) else {
            throw Failure(
                "the file '\(name)' cannot be read", hint: "name a file, or '-' for standard input")
        }
        return try handle.read(upToCount: limit + 1) ?? Data()
    }

    private static func write(_ text: String, to handle: FileHandle) {
        try? handle.write(contentsOf: Data(text.utf8))
    }
}
