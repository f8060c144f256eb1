import EtudeTestSupport
import Foundation
import Testing

/// A folder of its own for one test, a memory in it, the program, and the real git to ask.
final class Scratch: Sendable {
    let folder: String

    init() throws {
        let name = "etude-cli-" + UUID().uuidString
        folder =
            FileManager.default.temporaryDirectory.appending(component: name)
            .resolvingSymlinksInPath().path
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// The folder of the memory under test, the top of a repository of its own.
    var top: String { folder + "/memory" }

    /// Runs `etude` on the memory under test.
    @discardableResult
    func etude(_ arguments: String..., input: String = "") throws -> Program.Result {
        try etude(arguments + ["--memory", top], input: Data(input.utf8))
    }

    /// Runs `etude` with just these arguments.
    func etude(
        _ arguments: [String], input: Data = Data(), in current: String? = nil,
        environment: [String: String] = [:]
    ) throws -> Program.Result {
        let (output, errors) = (newFile(), newFile())
        let process = try Program.start(
            nil, arguments, in: current ?? folder,
            environment: self.environment.merging(environment) { $1 }, input: input,
            output: output, errors: errors)
        process.waitUntilExit()
        return Program.Result(
            status: process.terminationReason == .exit ? process.terminationStatus : -1,
            output: try Self.text(of: output), errors: try Self.text(of: errors))
    }

    /// Starts `etude` on the memory under test, and does not wait for it.
    func start(
        _ arguments: String..., environment: [String: String] = [:]
    ) throws -> Process {
        try Program.start(
            nil, arguments + ["--memory", top], in: folder,
            environment: self.environment.merging(environment) { $1 },
            input: Data(), output: newFile(), errors: newFile())
    }

    @discardableResult
    func git(_ arguments: String..., at top: String? = nil) throws -> String {
        let (output, errors) = (newFile(), newFile())
        let process = try Program.start(
            "git", ["-C", top ?? self.top] + arguments, in: folder, environment: environment,
            input: Data(), output: output, errors: errors)
        process.waitUntilExit()
        return try Self.text(of: output) + Self.text(of: errors)
    }

    /// Runs a command line in the memory under test, as a person types it.
    func shell(_ command: String) throws -> Program.Result {
        let (output, errors) = (newFile(), newFile())
        var environment = environment
        environment["GIT_CONFIG_GLOBAL"] = nil
        let process = try Program.start(
            "sh", ["-c", "cd '\(top)' && \(command)"], in: folder, environment: environment,
            input: Data(), output: output, errors: errors)
        process.waitUntilExit()
        return Program.Result(
            status: process.terminationStatus, output: try Self.text(of: output),
            errors: try Self.text(of: errors))
    }

    /// Whether the real git has at least this version, such as 2.46.
    func gitIsAtLeast(_ version: String) throws -> Bool {
        let own = try git("--version").split(separator: " ").dropFirst(2).first ?? ""
        return own.compare(version, options: .numeric) != .orderedAscending
    }

    /// Every file of the memory's folder, git's own included: its bytes, or where a link leads.
    func contents() throws -> [String: Data] {
        var contents: [String: Data] = [:]
        let files = FileManager.default
        for name in try files.subpathsOfDirectory(atPath: top) {
            let path = top + "/" + name
            let link = try? files.destinationOfSymbolicLink(atPath: path)
            contents[name] = link.map { Data($0.utf8) } ?? files.contents(atPath: path) ?? Data()
        }
        return contents
    }

    private static func text(of file: URL) throws -> String {
        String(decoding: try Data(contentsOf: file), as: UTF8.self)
    }

    /// A file that no other run writes to.
    private func newFile() -> URL {
        let runs = URL(fileURLWithPath: folder).appending(component: ".runs")
        try? FileManager.default.createDirectory(at: runs, withIntermediateDirectories: true)
        return runs.appending(component: UUID().uuidString)
    }

    private var environment: [String: String] {
        [
            "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": folder, "TMPDIR": folder,
            "COLUMNS": "80", "TZ": "UTC",
            "LC_ALL": "C.UTF-8", "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null",
            "GIT_AUTHOR_NAME": "Person", "GIT_AUTHOR_EMAIL": "person@example.com",
            "GIT_COMMITTER_NAME": "Person", "GIT_COMMITTER_EMAIL": "person@example.com",
        ]
    }
}

extension Scratch {
    /// Makes the memory, with the skills `support`, `support/refunds` and `support/parcels` active.
    func initialize() throws {
        #expect(try etude("init").status == 0)
        for (skill, title) in [
            ("support", "Support"), ("support/refunds", "Refunds"), ("support/parcels", "Parcels"),
        ] {
            try write("---\ntitle: \(title)\n---\n", to: "skills/\(skill)/skill.md")
        }
        try commitByHand("Add skills")
    }

    func write(_ text: String, to name: String) throws {
        let file = URL(fileURLWithPath: name.hasPrefix("/") ? name : top + "/" + name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    func read(_ name: String) throws -> String {
        try String(contentsOfFile: top + "/" + name, encoding: .utf8)
    }

    /// Commits everything in the work tree, as a person would.
    func commitByHand(_ message: String = "Edit by hand") throws {
        try git("add", "-A")
        try git("commit", "-q", "-m", message)
    }

    func head() throws -> String {
        try git("rev-parse", "HEAD").trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// What git finds wrong, and what is not committed; empty for a sound and clean memory.
    func faults(at top: String? = nil) throws -> String {
        let found = try lines(of: git("fsck", "--strict", "--no-dangling", at: top))
            .filter { !$0.hasPrefix("notice:") }
        let status = try lines(of: git("status", "--porcelain", at: top))
        return (found + status).joined(separator: "\n")
    }

    func lines(of text: String) -> [String] { text.split(separator: "\n").map(String.init) }

    /// `text` with everything that differs from run to run named by what it is.
    func plain(_ text: String) throws -> String {
        var plain = text.replacing(folder, with: "SCRATCH")
        for commit in try lines(of: git("rev-list", "--all")) where commit.count == 40 {
            plain = plain.replacing(commit, with: "COMMIT")
                .replacing(commit.prefix(7), with: "COMMIT7")
        }
        let names = [("Strategy", "STRATEGY"), ("Trace", "TRACE")]
        for (key, name) in names {
            let log = try git("log", "--all", "--format=%(trailers:key=Etude-\(key),valueonly)")
            for id in lines(of: log) { plain = plain.replacing(id, with: name) }
        }
        for file in try lines(of: git("ls-files", "scenarios")) {
            plain = plain.replacing(file.dropLast(".md".count).suffix(10), with: "SCENARIO")
        }
        // The start of a commit's name may be a number, which frontmatter quotes.
        for quote in ["\"", "\\\""] {
            plain = plain.replacing("memory: \(quote)COMMIT7\(quote)", with: "memory: COMMIT7")
        }
        plain = plain.replacing(/kept as [0-9a-z]{10}/, with: "kept as DRAFT")
        return plain.replacing(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/, with: "MOMENT")
    }

    /// Compares what a run came to with a file of the folder `Snapshots`.
    func expect(
        _ result: Program.Result, in name: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        try Snapshot.expect(
            plain(result.transcript), in: name, sourceLocation: sourceLocation)
    }
}
