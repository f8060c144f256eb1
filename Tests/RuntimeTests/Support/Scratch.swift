import EtudeDomain
import EtudeGit
import EtudeRuntime
import EtudeStore
import Foundation
import Testing

/// A folder of its own for one test, a memory in it, and the real git to ask.
final class Scratch: Sendable {
    let folder: String
    private static let isolated: Void? = try? Library.ignoreUserConfiguration()

    init() throws {
        _ = Self.isolated
        let name = "etude-runtime-" + UUID().uuidString
        let folder = FileManager.default.temporaryDirectory.appending(component: name).path
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        self.folder = folder
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// The folder of the memory under test, the top of a repository of its own.
    var top: String { folder + "/memory" }

    var finder: MemoryFinder { MemoryFinder(named: top, environment: [:], currentFolder: folder) }

    /// Makes the memory, with these skills active.
    func initialize(_ skills: String..., at path: String? = nil) async throws {
        let initialize = InitializeMemory(
            folder: path ?? top, skills: skills.compactMap(SkillPath.init))
        _ = try await initialize.run(.fixed())
    }

    /// Opens the memory anew.
    func memory(_ surroundings: Surroundings = .fixed()) async throws -> Memory {
        try await Memory.open(try MemoryLocation(folder: top), surroundings: surroundings)
    }

    @discardableResult
    func git(_ arguments: String..., at top: String? = nil) throws -> String {
        try git(arguments, at: top ?? self.top)
    }

    func git(_ arguments: [String], at top: String) throws -> String {
        try run(["git", "-C", top] + arguments)
    }

    /// Runs a command line in the memory under test, as a person types it.
    @discardableResult
    func shell(_ command: String) throws -> String {
        try run(["sh", "-c", "cd '\(top)' && \(command)"])
    }

    private func run(_ arguments: [String]) throws -> String {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = arguments
        process.environment = environment
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
}

extension Scratch {
    func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

    func write(_ bytes: [UInt8], to name: String) throws {
        let file = URL(fileURLWithPath: top + "/" + name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
    }

    func read(_ name: String) throws -> String {
        try String(contentsOfFile: top + "/" + name, encoding: .utf8)
    }

    /// Commits everything in the work tree, as a person would.
    func commitByHand(_ message: String = "Edit by hand") throws {
        try git("add", "-A")
        try git("commit", "-q", "-m", message)
    }

    /// The files of a folder of the memory, at any depth.
    func files(under name: String) throws -> [String] {
        try lines(of: git("ls-files", "--", name))
    }

    func head() throws -> String { try line(git("rev-parse", "HEAD")) }

    /// What git finds wrong, and what is not committed; empty for a sound and clean memory.
    func faults() throws -> String {
        let found = try lines(of: git("fsck", "--strict", "--no-dangling"))
            .filter { !$0.hasPrefix("notice:") }
        return (found + lines(of: try git("status", "--porcelain"))).joined(separator: "\n")
    }

    /// Says which packs were looked at; reading writes it too.
    private static let packMemo = ".git/etude/packs"

    /// Every file of the memory's folder, git's own included, and its bytes; without that memo.
    func contents() throws -> [String: Data] {
        let files = FileManager.default
        let names = try files.subpathsOfDirectory(atPath: top).filter { $0 != Self.packMemo }
        return try Dictionary(
            uniqueKeysWithValues: names.map { name in
                let path = top + "/" + name
                let kind = try files.attributesOfItem(atPath: path)[.type] as? FileAttributeType
                return (name, (kind == .typeRegular ? files.contents(atPath: path) : nil) ?? Data())
            })
    }

    /// `text` with the folder of this test and the names of objects replaced.
    func plain(_ text: String) -> String {
        text.replacing(folder, with: "SCRATCH")
            .replacing(/objects\/[0-9a-f]{2}\/[0-9a-f]{38}/, with: "objects/OBJECT")
            .replacing(/[0-9a-f]{40}/, with: "OBJECT").replacing(/\b[0-9a-f]{7}\b/, with: "SHORT")
    }

    /// The text of every object of the repository, and every file name in it, lower-cased.
    func everything() throws -> String {
        try git("cat-file", "--batch-all-objects", "--batch", "--buffer").lowercased()
    }

    private func line(_ text: String) -> String {
        text.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    func lines(of text: String) -> [String] { text.split(separator: "\n").map(String.init) }

    /// The words of a failure with the folder of this test named `SCRATCH`.
    func words(of failure: Failure) -> String {
        failure.text.replacing(folder, with: "SCRATCH") + "\n"
    }
}
