import Foundation

/// A memory in a folder of its own, the program that works on it, and the real git to ask.
struct Scene: Sendable {
    /// Holds the memory, and a home folder with nothing in it.
    let folder: String
    /// The file of `etude`.
    let program: String

    var memory: String { folder + "/memory" }
    var home: String { folder + "/home" }

    /// Why something that has to work for the torture to mean anything did not.
    struct Unusable: Error, CustomStringConvertible {
        let description: String
    }

    /// Makes the folder, and removes it when `body` is done.
    static func withFolder<Result>(
        program: String, _ body: (Scene) async throws -> Result
    ) async throws -> Result {
        let folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath().appending(
            component: "etude-torture-\(UUID())"
        ).path
        let scene = Scene(folder: folder, program: program)
        try FileManager.default.createDirectory(
            atPath: scene.home, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        return try await body(scene)
    }

    /// Copies everything to a folder that does not exist yet, for `body`, and removes it.
    func withCopy<Result>(
        at folder: String, _ body: (Scene) async throws -> Result
    ) async throws -> Result {
        let copy = Scene(folder: folder, program: program)
        try FileManager.default.createDirectory(
            atPath: copy.folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try await Command(words: ["cp", "-a", memory, home, copy.folder], home: home)
            .requireSuccess()
        return try await body(copy)
    }

    /// Runs `etude` on the memory.
    func etude(_ arguments: String..., input: String? = nil) async throws -> Finished {
        try await Command(words: etudeWords(arguments), home: home, input: input).run()
    }

    /// The words that run `etude` on the memory.
    func etudeWords(_ arguments: [String]) -> [String] {
        [program] + arguments + ["--memory", memory]
    }

    /// Runs git on the memory.
    @discardableResult
    func git(_ arguments: String...) async throws -> Finished {
        try await Command(words: ["git", "-C", memory] + arguments, home: home).run()
    }

    /// Leaves the folder out of what programs say.
    func shortened(_ text: String) -> String { text.replacing(folder + "/", with: "") }

    /// Writes a file of the memory, or one by its full path.
    func write(_ text: String, to name: String) throws {
        let file = URL(fileURLWithPath: name.hasPrefix("/") ? name : memory + "/" + name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }
}

extension Command {
    /// Runs what has to work.
    @discardableResult
    func requireSuccess() async throws -> Finished {
        let finished = try await run()
        guard finished.succeeded else {
            throw Scene.Unusable(
                description:
                    "\(words.joined(separator: " ")): \(finished.words), \(finished.errors)")
        }
        return finished
    }
}
