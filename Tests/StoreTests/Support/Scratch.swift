import EtudeGit
import EtudeStore
import Foundation

/// A repository of its own for one test, and the real git to ask.
final class Scratch: Sendable {
    let folder: String
    private static let isolated: Void? = try? Library.ignoreUserConfiguration()

    /// What git answered with a status other than 0.
    struct GitFailure: Error {
        let arguments: [String]
        let output: String
    }

    init() throws {
        _ = Self.isolated
        let name = "etude-store-" + UUID().uuidString
        folder = FileManager.default.temporaryDirectory.appending(component: name).path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// The working folder of the repository.
    var top: String { folder + "/code" }

    /// Makes a repository with these files in its first commit.
    convenience init(files: [String: String]) throws {
        try self.init()
        try FileManager.default.createDirectory(atPath: top, withIntermediateDirectories: true)
        try git("init", "-q", "-b", "main")
        guard !files.isEmpty else { return }
        for (name, text) in files { try write(text, to: name) }
        try commit("Begin")
    }

    /// A memory at the top of the repository, or in a folder of it.
    static func memory(
        at prefix: String? = nil, with files: [String: String] = [:]
    ) throws -> Scratch {
        let all = files.merging(["CHARTER.md": Sample.charter]) { file, _ in file }
        let start = prefix.map { $0 + "/" } ?? ""
        return try Scratch(
            files: Dictionary(uniqueKeysWithValues: all.map { (start + $0.key, $0.value) }))
    }

    /// Opens the memory.
    func store(at prefix: String? = nil) throws -> MemoryStore {
        let folder = prefix.map { "\(top)/\($0)" } ?? top
        return try MemoryStore(MemoryLocation(folder: folder))
    }

    @discardableResult
    func git(_ arguments: String..., at top: String? = nil) throws -> String {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["git", "-C", top ?? self.top] + arguments
        process.environment = environment
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let text = String(decoding: data, as: UTF8.self)
        guard process.terminationStatus == 0 else {
            throw GitFailure(arguments: arguments, output: text)
        }
        return text
    }

    private var environment: [String: String] {
        [
            "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": folder,
            "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null",
            "GIT_AUTHOR_NAME": "Person", "GIT_AUTHOR_EMAIL": "person@example.com",
            "GIT_COMMITTER_NAME": "Person", "GIT_COMMITTER_EMAIL": "person@example.com",
            "GIT_AUTHOR_DATE": "1700000000 +0000", "GIT_COMMITTER_DATE": "1700000000 +0000",
        ]
    }

    /// Writes a file of the working folder.
    func write(_ text: String, to name: String) throws {
        let file = URL(fileURLWithPath: top + "/" + name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    func read(_ name: String) throws -> String {
        String(
            decoding: try Data(contentsOf: URL(fileURLWithPath: top + "/" + name)), as: UTF8.self)
    }

    func exists(_ name: String) -> Bool {
        FileManager.default.fileExists(atPath: top + "/" + name)
    }

    func remove(_ name: String) throws {
        try FileManager.default.removeItem(atPath: top + "/" + name)
    }

    /// Commits everything as a person does.
    @discardableResult
    func commit(_ message: String) throws -> String {
        try git("add", "-A")
        try git("commit", "-q", "--no-verify", "-m", message)
        return try git("rev-parse", "HEAD").trimmingCharacters(in: .newlines)
    }

    func status() throws -> String { try git("status", "--porcelain") }

    /// What git finds wrong; loose ends are no fault.
    func faults() throws -> String {
        let lines = try git("fsck", "--strict", "--no-dangling").split(separator: "\n")
        return lines.filter { !$0.hasPrefix("notice:") }.joined(separator: "\n")
    }
}
