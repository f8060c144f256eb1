import Foundation
import Testing

/// A way in which a memory can be broken.
struct MemoryDamage: Sendable, CustomTestStringConvertible {
    /// Also names the snapshot of what is said.
    let name: String
    /// Whether the doctor can heal it.
    var isCurable = false
    /// What git's status says afterwards.
    var edits = ""
    /// Files kept aside, from the folder of what is saved, and their bytes.
    var kept: [String: String] = [:]
    let make: @Sendable (Scratch) throws -> Void

    var testDescription: String { name }

    func expectKept(_ scratch: Scratch) throws {
        for (name, text) in kept {
            #expect(try scratch.read(".git/etude/saved/\(name)") == text)
        }
    }

    static let all = outside + references + locks + rest + objects

    private static let outside = [
        MemoryDamage(name: "no-charter") { try $0.delete("CHARTER.md") },
        MemoryDamage(name: "no-repository") { try $0.delete(".git") },
        MemoryDamage(name: "bare") { try $0.git("config", "core.bare", "true") },
        MemoryDamage(name: "redirected") { try $0.git("config", "core.worktree", "/tmp") },
        MemoryDamage(name: "split-index") { try $0.git("update-index", "--split-index") },
        MemoryDamage(name: "config") { try $0.write("[[\n", to: ".git/config") },
        MemoryDamage(name: "config-pipe") {
            try $0.delete(".git/config")
            try $0.makePipe(".git/config")
        },
        MemoryDamage(name: "branch-pipe") {
            try $0.delete(".git/refs/heads/main")
            try $0.makePipe(".git/refs/heads/main")
        },
        MemoryDamage(name: "lock-pipe") {
            try $0.delete(".git/etude/lock")
            try $0.makePipe(".git/etude/lock")
            try $0.write("", to: ".git/index.lock")
        },
        MemoryDamage(name: "settings") {
            try $0.write("durabilty: relaxed\n", to: ".git/etude/config")
        },
    ]

    private static let references = [
        MemoryDamage(name: "unborn") { try $0.git("checkout", "-q", "--orphan", "empty") },
        MemoryDamage(name: "detached") { try $0.git("checkout", "-q", "--detach") },
        MemoryDamage(name: "head-empty", isCurable: true, kept: ["HEAD.1": ""]) {
            try $0.write("", to: ".git/HEAD")
        },
        MemoryDamage(name: "head-missing", isCurable: true) { try $0.delete(".git/HEAD") },
        MemoryDamage(name: "head-ambiguous") {
            try $0.git("branch", "side")
            try $0.write("\0\0\0", to: ".git/HEAD")
        },
        MemoryDamage(name: "branch-empty", isCurable: true, kept: ["refs-heads-main.1": ""]) {
            try $0.write("", to: ".git/refs/heads/main")
        },
        MemoryDamage(
            name: "branch-garbage", isCurable: true, kept: ["refs-heads-main.1": "4a5b6c\n"]
        ) { try $0.write("4a5b6c\n", to: ".git/refs/heads/main") },
        MemoryDamage(name: "branch-gone", isCurable: true) {
            try $0.delete(".git/refs/heads/main")
        },
        MemoryDamage(name: "branch-without-log") {
            try $0.write("", to: ".git/refs/heads/main")
            try $0.delete(".git/logs")
        },
        MemoryDamage(name: "branch-locked") {
            try $0.write("", to: ".git/refs/heads/main")
            try $0.write("", to: ".git/refs/heads/main.lock")
        },
        MemoryDamage(name: "traces-empty") {
            try $0.write("", to: ".git/refs/etude/traces/desk-1")
        },
    ]

    private static let locks = [
        MemoryDamage(name: "lock") { try $0.write("", to: ".git/index.lock") },
        MemoryDamage(name: "lock-of-branch") { try $0.write("", to: ".git/refs/heads/main.lock") },
        MemoryDamage(name: "lock-of-the-dead", isCurable: true) {
            try $0.write("etude process 1\n", to: ".git/index.lock")
        },
        MemoryDamage(name: "journal", isCurable: true) {
            try $0.write("open 1000\nrefs/heads/main\nend 1000\n", to: ".git/etude/journal.0")
            try $0.write("", to: ".git/refs/heads/main.lock")
        },
        MemoryDamage(
            name: "half-made", isCurable: true,
            kept: ["work.new.0.1": "by hand\n", "index.new.1": "half"]
        ) {
            try $0.write("by hand\n", to: ".git/etude/work.new.0")
            try $0.write("half", to: ".git/etude/index.new")
        },
    ]

    private static let rest = [
        MemoryDamage(name: "summaries", isCurable: true) {
            try $0.git("gc", "-q")
            try $0.git("multi-pack-index", "write")
            try $0.git("commit-graph", "write", "--reachable")
            for name in ["pack/multi-pack-index", "info/commit-graph"] {
                try $0.delete(".git/objects/\(name)")
                try $0.write("no summary, and long enough for a sum", to: ".git/objects/\(name)")
            }
        },
        MemoryDamage(name: "pack-without-index") {
            try $0.git("gc", "-q")
            for name in try $0.packs() where name.hasSuffix(".idx") { try $0.delete(name) }
        },
        MemoryDamage(name: "setting") {
            try $0.git("config", "core.fileMode", "0true")
        },
        MemoryDamage(name: "packed-references") {
            try $0.write("# pack-refs with:\n0123", to: ".git/packed-refs")
        },
        MemoryDamage(
            name: "index", isCurable: true, edits: " M AGENTS.md",
            kept: ["index.1": "DIRC, and no more"]
        ) {
            try $0.write("edited\n", to: "AGENTS.md")
            try $0.write("DIRC, and no more", to: ".git/index")
        },
        MemoryDamage(name: "index-locked") {
            try $0.write("DIRC, and no more", to: ".git/index")
            try $0.write("", to: ".git/index.lock")
        },
        MemoryDamage(name: "recall-index", isCurable: true) {
            try $0.write("junk", to: ".git/etude/index")
            try $0.write("", to: ".git/etude/index.2147483647")
        },
        MemoryDamage(name: "broken-entry") {
            try $0.write("---\nid: x\n---\n", to: "strategies/support/refunds/a-8h4n2r6t0v.md")
            try $0.commitByHand()
        },
        MemoryDamage(name: "unaddressable") {
            try $0.write("x\n", to: "strategies/support/refunds/a\nb.md")
            try $0.commitByHand()
        },
        MemoryDamage(name: "newer") {
            let charter = try $0.read("CHARTER.md")
            try $0.write(charter.replacing("etude: 1 ", with: "etude: 9 "), to: "CHARTER.md")
            try $0.commitByHand()
        },
        MemoryDamage(name: "charter") {
            let charter = try $0.read("CHARTER.md")
            try $0.write(
                charter.replacing("review: none", with: "review: perhaps"), to: "CHARTER.md")
            try $0.commitByHand()
        },
    ]

    /// Objects that are missing or damaged.
    static let objects = [
        MemoryDamage(name: "commit-missing") { try $0.deleteObject("HEAD") },
        MemoryDamage(name: "object-in-work-file", isCurable: true) {
            try $0.deleteObject("HEAD:AGENTS.md")
        },
        MemoryDamage(name: "object") {
            try $0.deleteObject("HEAD:CHARTER.md")
            try $0.write($0.read("CHARTER.md") + "edited\n", to: "CHARTER.md")
        },
        MemoryDamage(name: "object-damaged", isCurable: true) {
            try $0.damageObject("HEAD:AGENTS.md")
        },
        MemoryDamage(name: "object-of-the-past") { try $0.damageObject("HEAD~1:") },
        MemoryDamage(name: "object-in-a-pack-too", isCurable: true) {
            let object = try $0.object("HEAD~1")
            try $0.git("gc", "-q")
            try $0.write("xxxxxxxxxxxxxxxx", to: object)
        },
        MemoryDamage(name: "tree", isCurable: true) { try $0.deleteObject("HEAD:skills") },
    ]
}

extension Scratch {
    fileprivate func delete(_ name: String) throws {
        try FileManager.default.removeItem(atPath: top + "/" + name)
    }

    /// The files of packs and their indexes.
    fileprivate func packs() throws -> [String] {
        let folder = ".git/objects/pack"
        return try FileManager.default.contentsOfDirectory(atPath: "\(top)/\(folder)")
            .map { "\(folder)/\($0)" }
    }

    /// The file of an object.
    func object(_ revision: String) throws -> String {
        let id = try git("rev-parse", revision).trimmingCharacters(in: .newlines)
        return ".git/objects/\(id.prefix(2))/\(id.dropFirst(2))"
    }

    fileprivate func makePipe(_ name: String) throws {
        try #require(unsafe mkfifo(top + "/" + name, 0o600) == 0)
    }

    /// Replaces the file, which a clone may share.
    fileprivate func damageObject(_ revision: String) throws {
        let object = try object(revision)
        try delete(object)
        try write("xxxxxxxxxxxxxxxx", to: object)
    }

    fileprivate func deleteObject(_ revision: String) throws {
        try delete(object(revision))
        try delete(".git/etude/objects")
    }
}
