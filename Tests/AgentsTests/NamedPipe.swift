import Foundation
import Testing

/// A named pipe in a folder of its own, by which a test and the programs that it starts meet.
struct NamedPipe {
    let path: String
    private let folder: URL
    private let reader: FileHandle
    private let writer: FileHandle

    /// Makes a pipe and opens both its ends, so that no program waits for the other side.
    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(
            component: "etude-agents-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = folder.appending(component: "pipe").path
        try #require(unsafe mkfifo(path, 0o600) == 0)
        reader = try Self.handle(of: unsafe open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC))
        writer = try Self.handle(of: unsafe open(path, O_WRONLY | O_CLOEXEC))
    }

    /// Closes the pipe, lets everybody go who reads from it, and removes it.
    func remove() {
        try? writer.close()
        try? reader.close()
        try? FileManager.default.removeItem(at: folder)
    }

    /// Waits for a program to write to the pipe, and reads it.
    func read() async -> Data? {
        guard await waits(for: POLLIN) else { return nil }
        return reader.availableData
    }

    /// Closes the end for writing, and waits until no program holds it either.
    func isAbandoned() async throws -> Bool {
        try writer.close()
        return await waits(for: POLLHUP)
    }

    /// Waits, off the threads of tasks; gives up after ten minutes, when something hangs.
    private func waits(for event: Int32) async -> Bool {
        let descriptor = reader.fileDescriptor
        return await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                var polled = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
                unsafe poll(&polled, 1, 600_000)
                continuation.resume(returning: Int32(polled.revents) & event != 0)
            }
        }
    }

    private static func handle(of descriptor: Int32) throws -> FileHandle {
        try #require(descriptor >= 0)
        return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }
}
