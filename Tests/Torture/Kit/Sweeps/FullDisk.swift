import Foundation

/// Lets `etude learn` work on a disk on which a little space is left: nothing, 4 kB, 8 kB and so on
/// up to where it succeeds.
public struct FullDisk: Sendable {
    let program: String

    private static let block = 4096
    /// The most blocks to leave; what a lesson needs is far less.
    private static let mostBlocks = 256

    /// Plans to work with the program in a file.
    public init(program: String) { self.program = program }

    /// Fills the disk again and again, tells the figures, and returns what was found.
    public func run(_ tell: (String) -> Void) async throws -> [Violation] {
        try await Scene.withFolder(program: program) { scene in
            try await scene.makeMemory()
            let disk = scene.folder + "/disk"
            try FileManager.default.createDirectory(
                atPath: disk, withIntermediateDirectories: true)
            if let obstacle = try await Self.mount(disk, home: scene.home) {
                return [.skipped("faults --full-disk", obstacle)]
            }
            do {
                let violations = try await Self.sweep(scene, disk, tell)
                try await Self.unmount(disk, home: scene.home)
                return violations
            } catch {
                try? await Self.unmount(disk, home: scene.home)
                throw error
            }
        }
    }

    /// Mounts a small disk in memory; says why that cannot be.
    private static func mount(_ disk: String, home: String) async throws -> String? {
        guard geteuid() == 0 else { return "only root may mount a tmpfs" }
        let words = ["mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", disk]
        let mounted = try await Command(words: words, home: home).run()
        return mounted.succeeded ? nil : "no tmpfs can be mounted here: \(mounted.complaint)"
    }

    private static func unmount(_ disk: String, home: String) async throws {
        try await Command(words: ["umount", disk], home: home).requireSuccess()
    }

    private static func sweep(
        _ scene: Scene, _ disk: String, _ tell: (String) -> Void
    ) async throws -> [Violation] {
        var violations: [Violation] = []
        for blocks in 0..<mostBlocks {
            let (finished, facts) = try await scene.withCopy(at: disk + "/scene") { copy in
                try await attempt(in: copy, leaving: blocks, on: disk)
            }
            if !facts.isEmpty {
                violations.append(
                    Violation(
                        facts: facts.map { "with \(4 * blocks) kB left, \($0)" },
                        reproduction: "etude-torture faults --full-disk"))
            }
            guard !finished.succeeded else {
                tell(
                    "full disk: learn refused with 0 to \(4 * (blocks - 1)) kB left, acknowledged with "
                        + "\(4 * blocks) kB; \(violations.count) violations")
                return violations
            }
        }
        throw Scene.Unusable(description: "learn fails with \(4 * mostBlocks) kB left")
    }

    private static func attempt(
        in scene: Scene, leaving blocks: Int, on disk: String
    ) async throws -> (Finished, [String]) {
        let input = try scene.file(of: FaultSweep.lesson)
        let filler = disk + "/filler"
        let free = try FileManager.default.attributesOfFileSystem(forPath: disk)[.systemFreeSize]
        let bytes = (free as? Int ?? 0) - blocks * block
        try Data(count: max(0, bytes)).write(to: URL(fileURLWithPath: filler))
        let finished = try await scene.etude("learn", "-", input: input)
        var facts = try await FaultSweep.contradictions(of: finished, in: scene)
        try FileManager.default.removeItem(atPath: filler)
        let aftermath = Aftermath(scene: scene)
        facts += try await aftermath.retry(FaultSweep.lesson)
        facts += try await aftermath.check(keeping: [FaultSweep.lesson, Scene.known])
        return (finished, facts.map(scene.shortened))
    }
}
