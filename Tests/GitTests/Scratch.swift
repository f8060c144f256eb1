import EtudeGit
import Foundation
import Testing

let ada = Signature(name: "Ada", email: "ada@example.com", seconds: 1_700_000_000)

extension String {
    var bytes: [UInt8] { Array(utf8) }
}

struct InvalidPath: Error {
    let text: String
}

func path(_ text: String) throws -> TreePath {
    guard let path = TreePath(text) else { throw InvalidPath(text: text) }
    return path
}

/// Expects a git error with this code.
func expectRefusal(
    _ code: GitError.Code, sourceLocation: SourceLocation = #_sourceLocation,
    _ body: () throws -> Void
) {
    let error = #expect(throws: GitError.self, sourceLocation: sourceLocation) { try body() }
    #expect(error?.code == code, sourceLocation: sourceLocation)
}

/// A folder of its own for one test, and the real git to ask.
final class Scratch: Sendable {
    let folder: String
    private static let isolated: Void? = try? Library.ignoreUserConfiguration()

    init() throws {
        _ = Self.isolated
        let name = "etude-git-" + UUID().uuidString
        let folder = FileManager.default.temporaryDirectory.appending(component: name).path
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        self.folder = folder
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// The working folder of the repository under test.
    var top: String { folder + "/memory" }

    func create() throws -> Repository { try Repository.create(at: top) }

    @discardableResult
    func git(_ arguments: String..., at top: String? = nil) throws -> String {
        try git(arguments, at: top ?? self.top)
    }

    @discardableResult
    func git(
        _ arguments: [String], at top: String, environment more: [String: String] = [:]
    ) throws -> String {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["git", "-C", top] + arguments
        process.environment = environment.merging(more) { $1 }
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }

    private var environment: [String: String] {
        [
            "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": folder,
            "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null",
            "GIT_AUTHOR_NAME": "Person", "GIT_AUTHOR_EMAIL": "person@example.com",
            "GIT_COMMITTER_NAME": "Person", "GIT_COMMITTER_EMAIL": "person@example.com",
        ]
    }

    func write(_ text: String, to name: String) throws {
        let path = top + "/" + name
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try text.write(toFile: path, atomically: false, encoding: .utf8)
    }

    func read(_ name: String) -> String? {
        try? String(contentsOfFile: top + "/" + name, encoding: .utf8)
    }

    func exists(_ name: String) -> Bool {
        FileManager.default.fileExists(atPath: top + "/" + name)
    }

    func files(in name: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: top + "/" + name).sorted()
    }

    func remove(_ name: String) throws {
        try FileManager.default.removeItem(atPath: top + "/" + name)
    }

    /// Takes an object away for good.
    func removeObject(_ revision: String) throws {
        let name = try git("rev-parse", revision).prefix(40)
        try remove(".git/objects/\(name.prefix(2))/\(name.dropFirst(2))")
        try? remove(".git/etude/objects")
    }

    func status() throws -> String { try git("status", "--porcelain") }

    /// What git finds wrong; loose ends are no fault.
    func faults() throws -> String {
        let lines = try git("fsck", "--strict", "--no-dangling").split(separator: "\n")
        return lines.filter { !$0.hasPrefix("notice:") }.joined(separator: "\n")
    }

    /// The files of the newest commit, one a line.
    func committed(_ revision: String = "HEAD") throws -> String {
        try git("ls-tree", "-r", "--name-only", revision)
    }
}

extension Repository {
    @discardableResult
    func publish(
        _ changes: [Change], _ message: String = "Change", waiting: Duration = .seconds(10)
    ) throws(GitError) -> ObjectID {
        try publish(changes, message: message, author: ada, committer: ada, waiting: waiting)
    }

    @discardableResult
    func write(_ text: String, to name: String) throws -> ObjectID {
        try publish([.write(path(name), text.bytes)], "Write \(name)")
    }

    @discardableResult
    func remove(_ name: String) throws -> ObjectID {
        try publish([.remove(path(name))], "Remove \(name)")
    }
}
