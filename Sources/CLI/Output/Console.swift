import EtudeRuntime
import Foundation
import SystemPackage

/// Results on standard output, talk on standard error.
enum Console {
    /// Prints a result; characters that could deceive a terminal are written out.
    static func show(_ text: String) { write(text.safeToPrint + "\n", to: .standardOutput) }

    /// Prints a message about the work.
    static func talk(_ text: String) { write(text.safeToPrint + "\n", to: .standardError) }

    /// Says which strategies were retired.
    static func tell(retired ids: [String]) {
        for id in ids {
            talk("retired \(id), whose advice did more harm than good; see 'etude show \(id)'")
        }
    }

    /// Prints a result as JSON.
    static func show(json value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .iso8601
        let text = String(decoding: try encoder.encode(value), as: UTF8.self)
        write(text + "\n", to: .standardOutput)
    }

    /// Writes a file anew.
    static func save(_ text: String, in name: String) throws {
        do {
            let file = try FileDescriptor.open(
                FilePath(name), .writeOnly, options: [.create, .truncate],
                permissions: [.ownerReadWrite, .groupRead, .otherRead])
            _ = try file.closeAfter { try file.writeAll(text.utf8) }
        } catch let error as Errno {
            throw Failure(
                "the file '\(name)' cannot be written: \(error)",
                hint: "name a file in a folder that is there")
        }
    }

    /// Reads standard input, or a file, at most `limit` bytes and one more.
    static func read(_ name: String, limit: Int) throws -> Data {
        if name == "-" { return try read(.standardInput, limit: limit) }
        do {
            let file = try FileDescriptor.open(FilePath(name), .readOnly)
            return try file.closeAfter { try read(file, limit: limit) }
        } catch let error as Errno {
            throw Failure(
                "the file '\(name)' cannot be read: \(error)",
                hint: "name a file, or '-' for standard input")
        }
    }

    /// Writes to a terminal, a pipe or a file.
    ///
    /// What was done stays done: that its result cannot be written is told, and is no failure. Whoever
    /// stopped reading is not told.
    static func write(_ text: String, to descriptor: FileDescriptor) {
        do { try descriptor.writeAll(text.utf8) } catch {
            guard descriptor == .standardOutput, error as? Errno != .brokenPipe else { return }
            talk("warning: the result could not be written to standard output: \(error)")
        }
    }

    private static func read(_ file: FileDescriptor, limit: Int) throws -> Data {
        var data = Data()
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while data.count <= limit {
            let count = try unsafe buffer.withUnsafeMutableBytes { try unsafe file.read(into: $0) }
            guard count > 0 else { break }
            data += buffer.prefix(count)
        }
        return data.prefix(limit + 1)
    }
}
